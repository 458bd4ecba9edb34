import { useState } from 'react';
import { HORIZON_SEGMENTS } from '../../ui/needs/need-words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import type { Need } from './contract.ts';
import { NeedRow } from './NeedRow.tsx';
import styles from './NeedSection.module.css';
import type { RowActions } from './use-need-rows.ts';
import type { Known } from './what-became.ts';

const SHOWN_AT_FIRST = 20;

type NeedRowsProps = {
  readonly needs: readonly Need[];
  readonly known: Known | null;
  readonly rows: RowActions;
  readonly isHorizonSaid?: boolean;
};

/** The needs of one horizon, those that are answered behind those that are open. Nothing where there is none. */
export function NeedSection({ horizon, ...rest }: NeedRowsProps & { readonly horizon: Need['horizon'] }) {
  if (rest.needs.length === 0) return null;
  return (
    <section aria-labelledby={`needs-${horizon}`} className={styles.section}>
      <h2 id={`needs-${horizon}`}>{HORIZON_SEGMENTS.find(({ value }) => value === horizon)?.label}</h2>
      <NeedRows {...rest} />
    </section>
  );
}

export function NeedRows({ needs, known, rows, isHorizonSaid = false }: NeedRowsProps) {
  const [count, setCount] = useState(SHOWN_AT_FIRST);
  const more = needs.length - count;
  return (
    <>
      <RuledList className={styles.list}>
        {needs.slice(0, count).map((need) => (
          <NeedRow key={need.id} need={need} known={known} rows={rows} isHorizonSaid={isHorizonSaid} />
        ))}
      </RuledList>
      {more > 0 && <Button onClick={() => setCount(needs.length)}>Show {more} more</Button>}
    </>
  );
}
