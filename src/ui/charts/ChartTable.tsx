import { useState } from 'react';
import { FoldedLine } from '../parts/FoldedLine.tsx';
import styles from './Chart.module.css';

export type TableColumn = { readonly head: string; readonly isNumber?: boolean };

type ChartTableProps = {
  /** What the table holds; the same as the chart's title. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Asked for when the table is opened. */
  readonly rows: () => readonly { readonly key: string; readonly cells: readonly string[] }[];
};

/** The numbers behind a chart, made when someone asks for them. */
export function ChartTable({ caption, columns, rows }: ChartTableProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <FoldedLine
      line="See the numbers"
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-print="hide"
    >
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
        <section className={styles.scroll} aria-label={caption} tabIndex={0}>
          <table>
            <caption className="vh">{caption}</caption>
            <thead>
              <tr>
                {columns.map(({ head, isNumber }) => (
                  <th key={head} scope="col" className={isNumber ? 'r' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map(({ key, cells }) => (
                <tr key={key}>
                  {columns.map(({ head, isNumber }, index) => (
                    <td key={head} className={isNumber ? 'r' : undefined}>
                      {cells[index]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </FoldedLine>
  );
}
