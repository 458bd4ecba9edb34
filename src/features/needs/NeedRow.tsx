import { useEffect, useRef } from 'react';
import { formatPastDay } from '../../ui/format-day.ts';
import { HORIZON_SEGMENTS, needName, WITHIN_SEGMENTS } from '../../ui/needs/need-words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Chip } from '../../ui/parts/Chip.tsx';
import { guessedWithin } from './caught-contract.ts';
import type { Need } from './contract.ts';
import { FoundFor } from './FoundFor.tsx';
import { NeedEdit } from './NeedEdit.tsx';
import styles from './NeedRow.module.css';
import type { RowActions } from './use-need-rows.ts';
import type { Known } from './what-became.ts';

type NeedRowProps = {
  readonly need: Need;
  readonly known: Known | null;
  readonly rows: RowActions;
  /** Where no heading says how far off it is. */
  readonly isHorizonSaid: boolean;
};

/** One need: the learner's words, where it comes up, what was found for it and what became of that. */
export function NeedRow({ need, known, rows, isHorizonSaid }: NeedRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const isReturnedTo = rows.returnToId === need.id;
  useEffect(() => {
    if (isReturnedTo) row.current?.querySelector<HTMLElement>('[data-return]')?.focus();
  }, [isReturnedTo]);
  if (rows.editedId === need.id) {
    return (
      <li className={styles.need}>
        <NeedEdit need={need} onSave={(said) => rows.save(need, said)} onLeave={() => rows.leave(need)} />
      </li>
    );
  }
  return (
    <li ref={row} className={styles.need}>
      <p className={styles.said}>
        <q dir="auto">{need.text}</q> {need.state === 'answered' && <Chip>Answered</Chip>}
      </p>
      <Circumstances need={need} isHorizonSaid={isHorizonSaid} />
      <FoundFor need={need} known={known} />
      <Actions need={need} rows={rows} />
    </li>
  );
}

function Circumstances({ need, isHorizonSaid }: Pick<NeedRowProps, 'need' | 'isHorizonSaid'>) {
  const labelOf = (segments: readonly { value: string; label: string }[], value: string) =>
    segments.find((segment) => segment.value === value)?.label ?? '';
  const parts = [
    isHorizonSaid && labelOf(HORIZON_SEGMENTS, need.horizon),
    // What was only guessed when it was caught is not put into the learner’s mouth.
    need.wantedWithin !== guessedWithin(need.horizon) && labelOf(WITHIN_SEGMENTS, need.wantedWithin),
    `caught ${formatPastDay(Date.parse(need.raisedAt), Date.now())}`,
  ];
  return (
    <p className="cap">
      {parts.filter((part) => part !== false).join(' · ')}
      {need.context !== null && (
        <>
          {' · '}
          <bdi>{need.context}</bdi>
        </>
      )}
    </p>
  );
}

function Actions({ need, rows }: Pick<NeedRowProps, 'need' | 'rows'>) {
  const name = needName(need.text);
  const action = (words: string, act: (need: Need) => void) => (
    <Button kind="text" aria-label={`${words}: ${name}`} onClick={() => act(need)}>
      {words}
    </Button>
  );
  if (need.state === 'let-go')
    return <p className={styles.actions}>{action('Take up again', rows.takeUp)}</p>;
  return (
    <div className={styles.actions}>
      <Button kind="text" aria-label={`Edit: ${name}`} data-return="" onClick={() => rows.edit(need)}>
        Edit
      </Button>
      {need.state === 'open' ? action('It is answered', rows.answer) : action('Open it again', rows.takeUp)}
      {action('Let go', rows.letGo)}
    </div>
  );
}
