import { useState } from 'react';
import { countFigures } from '../../engine/picture/count-words.ts';
import type { Need } from './contract.ts';
import styles from './NeedSection.module.css';
import { NeedRows } from './NeedSection.tsx';
import type { RowActions } from './use-need-rows.ts';
import type { Known } from './what-became.ts';

type LetGoProps = {
  readonly needs: readonly Need[];
  readonly known: Known | null;
  readonly rows: RowActions;
};

/** Folded, and kept: any of them can be taken up again. */
export function LetGo({ needs, known, rows }: LetGoProps) {
  const [isOpen, setOpen] = useState(false);
  if (needs.length === 0) return null;
  return (
    <details className={styles.gone} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Let go of, {countFigures(needs.length)}</summary>
      {isOpen && <NeedRows needs={needs} known={known} rows={rows} isHorizonSaid />}
    </details>
  );
}
