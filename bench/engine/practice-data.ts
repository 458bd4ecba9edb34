import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PracticeSeries } from './practice-series.ts';

function rowsOf(folder: string, file: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(join(folder, file), 'utf8').trim().split('\n');
  return lines.map((line) => line.trim().split(','));
}

/** Block means of five plays, from plays 6 to 10 on, as far as each player came: at most nine. */
export function readGame(folder: string): readonly (readonly number[])[] {
  return rowsOf(folder, 'axon_blocks.csv').map((row) =>
    row
      .slice(3)
      .filter((cell) => cell !== '')
      .map(Number),
  );
}

/** Words a minute on the line (their logarithm), with the time of each race and which text it was. */
export type TypingRecord = PracticeSeries & { readonly texts: readonly string[] };

export function readTyping(folder: string, person: 'a' | 'b'): TypingRecord {
  const rows = rowsOf(folder, `typeracer_${person}.csv`).filter((row) => Number(row[1]) > 0);
  return {
    name: `typing ${person}`,
    family: 'typing',
    line: rows.map((row) => Math.log(Number(row[1]))),
    at: rows.map((row) => Date.parse(`${(row[6] ?? '').trim().replace(' ', 'T')}Z`)),
    texts: rows.map((row) => row[5] ?? ''),
  };
}
