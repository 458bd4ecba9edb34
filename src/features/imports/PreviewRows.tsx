import { formatValue } from '../../engine/measure/format-value.ts';
import type { ImportPreview } from './contract.ts';
import styles from './ImportScreen.module.css';
import { startWords } from './start-words.ts';

/** The first rows as they would be taken, and those that cannot be, by line and with the reason. */
export function PreviewRows({ preview }: { readonly preview: ImportPreview }) {
  if (preview.mapping === null || preview.measure === null) return null;
  return (
    <>
      <section className={styles.part} aria-labelledby="rows">
        <h2 id="rows">As it would be taken</h2>
        <p className="muted">{countWords(preview)}</p>
        <FirstRows preview={preview} measure={preview.measure} />
      </section>
      {preview.badRows.length > 0 && <BadRows preview={preview} />}
    </>
  );
}

function countWords({
  rowsTotal,
  rowsGood,
  sessions,
  firstAt,
  lastAt,
  attemptsKnown,
  mapping,
}: ImportPreview): string {
  const number = (count: number) => count.toLocaleString('en');
  const { day } = startWords(mapping?.timeZone ?? 'UTC');
  const span = firstAt === null || lastAt === null ? '' : `, ${day(firstAt)} to ${day(lastAt)}`;
  const known =
    (attemptsKnown ?? 0) > 0
      ? ` ${number(attemptsKnown ?? 0)} are here already and are not taken twice.`
      : '';
  return `${number(rowsGood)} of ${number(rowsTotal)} rows, in ${number(sessions)} sessions${span}.${known}`;
}

type FirstRowsProps = {
  readonly preview: ImportPreview;
  readonly measure: NonNullable<ImportPreview['measure']>;
};

function FirstRows({ preview, measure }: FirstRowsProps) {
  const rows = preview.firstRows;
  const conditions = preview.mapping?.conditionColumns ?? [];
  const { start } = startWords(preview.mapping?.timeZone ?? 'UTC');
  const hasNotes = rows.some((row) => row.note !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard
    <section className={styles.table} aria-label="First rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Began</th>
            <th scope="col" className="r">
              Value
            </th>
            {conditions.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {hasNotes && <th scope="col">Note</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <td>{start(row)}</td>
              <td className="r">{formatValue(measure, row.value)}</td>
              {conditions.map((name) => (
                <td key={name}>{row.conditions[name] ?? ''}</td>
              ))}
              {hasNotes && <td>{row.note}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BadRows({ preview }: { readonly preview: ImportPreview }) {
  const { rowsBad, badRows } = preview;
  const more = rowsBad - badRows.length;
  return (
    <section className={styles.part} aria-labelledby="bad">
      <h2 id="bad">
        {rowsBad.toLocaleString('en')} {rowsBad === 1 ? 'row' : 'rows'} cannot be taken
      </h2>
      <ul className={styles.reasons}>
        {badRows.map(({ line, reason }) => (
          <li key={line}>
            Line {line.toLocaleString('en')}: {reason}.
          </li>
        ))}
        {more > 0 && <li>And {more.toLocaleString('en')} more.</li>}
      </ul>
    </section>
  );
}
