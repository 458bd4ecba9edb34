import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWN_DESIGN } from '../../../tests/support/archives.ts';
import { attemptsCsvHeader, attemptsCsvLine, writePracticePage } from './page-file.ts';

const LINE = {
  startedAt: '2026-03-01T10:00:00.000Z',
  localDay: '2026-03-01',
  sessionId: '019caa00-0000-7000-8000-000000000001',
  sequence: 1,
  value: -3.5,
  kind: 'score',
  unit: 'points',
  durationSeconds: 60,
  source: 'runner',
  isRetracted: false,
  feel: null,
  note: null,
  tags: null,
  conditions: {},
};
const NOTE = 11;

const cellsOf = (text: string): string[] => parse(text).flat();
/** As a spreadsheet splits it that separates cells otherwise: our quotation marks stand inside its cells then. */
const cellsSplitAt = (text: string, separator: string) =>
  text.split(/[\r\n]/).flatMap((line) => line.split(separator));
const isCarriedOut = (cell: string) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell) && !/^[+-]?[\d.,]+$/.test(cell);

it.each([
  [2, '1 earlier session is in the table beside this page.'],
  [3, '2 earlier sessions are in the table beside this page.'],
])('a page of %d sessions, of which it shows one, counts the others', (sessionsTotal, sentence) => {
  const page = writePracticePage({
    id: LINE.sessionId,
    design: OWN_DESIGN,
    startedDay: '2026-03-01 UTC',
    needText: null,
    payoffs: [],
    attempts: 3,
    sessions: [{ day: '2026-03-02', attempts: 3, median: null, line: null }],
    sessionsTotal,
    conditionNames: [],
  });
  expect(page).toContain('Begun on 2026-03-01 UTC. 3 attempts in');
  expect(page.trimEnd().split('\n').at(-1)).toBe(sentence);
});

describe('a cell of the table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['x;=1+1', "x;'=1+1"],
    ['x;;"=1+1', 'x;;\'"=1+1'],
    ['x; @SUM(1)', "x;' @SUM(1)"],
    ['x\t+cmd', "x\t'+cmd"],
    ['x\n=1+1', "x\n'=1+1"],
    ['x|-a', "x|'-a"],
    ['＝1+1', "'＝1+1"],
    ['\tx', "'\tx"],
    ['-3; +4,5', "'-3;' +4,5"],
    ['a, b = c; d - e', 'a, b = c; d - e'],
    ['-3,5', '-3,5'],
  ])('%j is written as %j', (note, written) => {
    expect(cellsOf(attemptsCsvLine({ ...LINE, note }, []))[NOTE]).toBe(written);
  });

  it('begins no formula, whatever separates the cells where it is opened', () => {
    const hostile = fc
      .array(fc.constantFrom('=', '+', '-', '@', ';', '|', '\t', '\n', '\r', ' ', '"', ',', 'x', '1', "'"))
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(hostile, hostile, hostile, (note, name, level) => {
        const line = {
          ...LINE,
          value: 3,
          unit: `u${note}`,
          note,
          tags: level,
          conditions: { [name]: level },
        };
        const text = attemptsCsvHeader([name]) + attemptsCsvLine(line, [name]);
        const cells = [cellsOf(text), ...[';', '\t', '|'].map((separator) => cellsSplitAt(text, separator))];
        expect(cells.flat().filter(isCarriedOut)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds the conditions as JSON where there are too many for columns, and loses none of it', () => {
    const names = Array.from({ length: 101 }, (_, at) => `name ${at}`);
    const conditions = { 'name 0': 'x;=1+1', 'name 1': '|@a\n"' };
    const text = attemptsCsvLine({ ...LINE, value: 3, conditions }, names);
    expect(JSON.parse(cellsOf(text).at(-1) ?? '')).toEqual(conditions);
    expect([...cellsSplitAt(text, ';'), ...cellsSplitAt(text, '|')].filter(isCarriedOut)).toEqual([]);
  });
});
