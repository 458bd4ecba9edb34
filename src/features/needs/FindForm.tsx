import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { MicromasteryCard } from '../library/contract.ts';
import styles from './FindForm.module.css';
import type { FindDraft } from './use-find-draft.ts';
import { needText } from './use-find-draft.ts';
import { isKept } from './use-keep-need.ts';

const WHEN = [
  { value: 'ten-minutes', label: 'In ten minutes' },
  { value: 'this-week', label: 'This week' },
  { value: 'this-year', label: 'This year' },
] as const;

type FindFormProps = {
  readonly draft: FindDraft;
  readonly onChange: (change: Partial<FindDraft>) => void;
  readonly onKeep: () => Promise<unknown>;
  readonly matched: readonly MicromasteryCard[];
  /** The keyboard goes on in the results. */
  readonly goToHits: () => void;
};

export function FindForm({ draft, onChange, onKeep, matched, goToHits }: FindFormProps) {
  const typed = [...new Set(matched.flatMap((card) => card.matches.map((match) => match.typed)))];

  function goOn(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { selectionStart, value } = event.currentTarget;
    const isAtEnd = event.key === 'ArrowDown' && selectionStart === value.length;
    if ((event.key !== 'Enter' && !isAtEnd) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    goToHits();
  }

  return (
    <Stage aria-labelledby="find" className={styles.stage}>
      <ScreenHeading title="Find" id="find">
        What do you need to be able to do?
      </ScreenHeading>
      <p className={`muted ${styles.lead}`}>Answer either one. Plain words work best.</p>
      <TextArea
        isVoice
        label="What is getting in the way now?"
        hint="A problem, a gap, something you keep needing"
        text={draft.gap}
        onText={(gap) => onChange({ gap })}
        placeholder="People stop listening before I get to the point"
        onKeyDown={goOn}
        maxLength={500}
        rows={1}
        enterKeyHint="search"
      />
      <TextArea
        isVoice
        className={styles.second}
        label="What comes next?"
        hint="The next rung, or the next thing you have been asked to do"
        text={draft.next}
        onText={(next) => onChange({ next })}
        placeholder="Run my first stand-up on Monday"
        onKeyDown={goOn}
        maxLength={500}
        rows={1}
        enterKeyHint="search"
      />
      <Segmented
        className={styles.when}
        legend="When do you need it?"
        segments={WHEN}
        value={draft.within}
        onChoose={(within) => onChange({ within })}
      />
      {typed.length > 0 && (
        <p className={`small muted ${styles.heard}`}>
          <b>Matching on</b> {typed.join(', ')}.
        </p>
      )}
      {needText(draft) !== '' && <KeepNeed draft={draft} onKeep={onKeep} />}
    </Stage>
  );
}

function KeepNeed({ draft, onKeep }: Pick<FindFormProps, 'draft' | 'onKeep'>) {
  const [fault, setFault] = useState<string | null>(null);
  const isDone = isKept(draft);
  return (
    <p className={styles.keep}>
      {isDone ? (
        <span>Kept with what you look at.</span>
      ) : (
        <Button
          onClick={() => {
            setFault(null);
            onKeep().catch((error: unknown) =>
              setFault(error instanceof Error ? error.message : String(error)),
            );
          }}
        >
          Keep this need
        </Button>
      )}
      <span role="status" className={isDone ? 'vh' : undefined}>
        {isDone ? 'The need is kept.' : fault}
      </span>
    </p>
  );
}
