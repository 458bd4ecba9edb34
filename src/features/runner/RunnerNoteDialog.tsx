import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { HelpInDistress } from '../../ui/parts/HelpInDistress.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import type { DesignSupport } from '../../ui/support/design-slots.ts';
import { ObstacleChoice } from '../../ui/support/ObstacleChoice.tsx';
import { tagsFault } from '../../ui/tags-of.ts';
import styles from './Runner.module.css';
import { type RunningSession, standingTakes } from './running-session.ts';
import type { RunnerActions } from './use-runner.ts';
import { useTakeNote } from './use-take-note.ts';

const LONGEST_NOTE = 2000;
const FEELS = ['', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

type RunnerNoteDialogProps = {
  readonly isOpen: boolean;
  readonly session: RunningSession;
  /** What may get in the way, as the design says it. */
  readonly design: DesignSupport;
  readonly act: RunnerActions;
  readonly onClose: () => void;
};

/** Words, tags and how it felt, of the take before or of this one. All of it may be left empty. */
export function RunnerNoteDialog({ isOpen, session, design, act, onClose }: RunnerNoteDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Write a note">
      <NoteForm session={session} design={design} act={act} onClose={onClose} />
    </Dialog>
  );
}

type NoteFormProps = Omit<RunnerNoteDialogProps, 'isOpen'>;

function NoteForm(props: NoteFormProps) {
  const { last, target, draft, tagText, choose, change } = useTakeNote(props);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      {last !== undefined && (
        <Segmented
          legend="Which take"
          isLegendHidden
          segments={[
            { value: 'last', label: `Take ${standingTakes(props.session).length}, logged` },
            { value: 'this', label: 'This take' },
          ]}
          value={target}
          onChoose={choose}
        />
      )}
      <TextArea
        label="What happened"
        text={draft.text}
        maxLength={LONGEST_NOTE}
        onText={(text) => change({ text })}
      />
      <HelpInDistress texts={[draft.text]} />
      <ObstacleChoice
        practiceId={props.session.practiceId}
        design={props.design}
        tags={draft.tags}
        onTags={(tags) => change({ tagText: tags.join(', ') })}
      />
      <TextField
        label="Tags"
        hint="Parted by commas, such as: outside, tired"
        text={tagText}
        onText={(tagText) => change({ tagText })}
        error={tagsFault(tagText)}
        maxLength={500}
      />
      <FeelField feel={draft.feel} onFeel={(feel) => change({ feel })} />
      <p className={styles.action}>
        <Button submit>Keep the note</Button>
      </p>
    </form>
  );
}

type FeelFieldProps = { readonly feel: number | null; readonly onFeel: (feel: number | null) => void };

function FeelField({ feel, onFeel }: FeelFieldProps) {
  return (
    <Field label="How it felt, 0 to 10">
      {(control) => (
        <select
          {...control}
          value={feel === null ? '' : String(feel)}
          onChange={({ currentTarget: { value } }) => onFeel(value === '' ? null : Number(value))}
        >
          {FEELS.map((one) => (
            <option key={one} value={one}>
              {one === '' ? 'not said' : one}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
