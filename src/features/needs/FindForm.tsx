import type { KeyboardEvent } from 'react';
import { WITHIN_SEGMENTS } from '../../ui/needs/need-words.ts';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { MicromasteryCard } from '../library/contract.ts';
import { NEED_LETTERS } from './caught-contract.ts';
import styles from './FindForm.module.css';
import { KeepNeed } from './KeepNeed.tsx';
import type { FindDraft } from './use-find-draft.ts';
import { needText } from './use-find-draft.ts';

const HOW_SURE = [
  { value: 'next-rung', label: 'It comes next' },
  { value: 'possible-future', label: 'Perhaps one day' },
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
        maxLength={NEED_LETTERS}
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
        maxLength={NEED_LETTERS}
        rows={1}
        enterKeyHint="search"
      />
      {draft.next.trim() !== '' && (
        <Segmented
          className={styles.sure}
          legend="How sure is that?"
          segments={HOW_SURE}
          value={draft.nextHorizon}
          onChoose={(nextHorizon) => onChange({ nextHorizon, ...withinOf(draft, nextHorizon) })}
        />
      )}
      <Segmented
        className={styles.when}
        legend="When do you need it?"
        segments={WITHIN_SEGMENTS}
        value={draft.within}
        onChoose={(within) => onChange({ within })}
      />
      {typed.length > 0 && (
        <p className={`small muted ${styles.heard}`}>
          <b>Matching on</b> {typed.join(', ')}.
        </p>
      )}
      {needText(draft) !== '' && <KeepNeed draft={draft} onChange={onChange} onKeep={onKeep} />}
    </Stage>
  );
}

/** What may come one day is not needed in ten minutes; a gap that is there as well may be. */
function withinOf({ gap }: FindDraft, horizon: FindDraft['nextHorizon']): Partial<FindDraft> {
  return horizon === 'possible-future' && gap.trim() === '' ? { within: 'this-year' } : {};
}
