import type { Command } from 'commander';
import type { Comparison } from '../../engine/judging/comparison.ts';
import { judgedScale } from '../../engine/judging/judged-scale.ts';
import { agreementOf } from '../../engine/judging/krippendorff.ts';
import { RATING_LEVELS, type Rating, type RatingLevel } from '../../engine/judging/rating.ts';
import { filled, RowFault, readCheckedRows } from './checked-rows-jobs.ts';
import { numberOf, OptionFault } from './measure-options.ts';
import { FORMATS, type Result } from './result-lines.ts';
import { answer } from './shared-commands.ts';

type JudgeOptions = {
  readonly format: string;
  readonly winner?: string;
  readonly other?: string;
  readonly judge?: string;
  readonly tie?: string;
  readonly alpha?: true;
  readonly item?: string;
  readonly rater?: string;
  readonly rating?: string;
  readonly level?: string;
};

/** `bottega judge FILE`: an order from comparisons of two, with its reliability; with `--alpha`, the agreement of raters. */
export function registerJudgeCommand(program: Command): void {
  program
    .command('judge')
    .description('an order of works from comparisons of two, or the agreement of raters')
    .argument('<file>', 'CSV with a heading row; - reads standard input')
    .option('--winner <column>', 'comparisons: the better of the two')
    .option('--other <column>', 'comparisons: the other one')
    .option('--judge <column>', 'comparisons: who judged; tells whose order is another')
    .option('--tie <column>', 'comparisons: yes where neither was better')
    .option('--alpha', 'Krippendorff’s alpha of ratings, one a row; leave out what was not rated')
    .option('--item <column>', 'ratings: what was rated')
    .option('--rater <column>', 'ratings: by whom')
    .option('--rating <column>', 'ratings: the rating')
    .option('--level <level>', `ratings: ${RATING_LEVELS.join(', ')}`)
    .option('--format <format>', FORMATS.join(', '), 'jsonl')
    .action((file: string, options: JudgeOptions) =>
      answer(options.format, () =>
        options.alpha === true ? agreementResults(file, options) : scaleResults(file, options),
      ),
    );
}

function named(
  options: JudgeOptions,
  names: readonly (keyof JudgeOptions)[],
  use: string,
): readonly string[] {
  return names.map((name) => {
    const column = options[name];
    if (typeof column !== 'string') throw new OptionFault(`${use} need --${names.join(', --')}.`);
    return column;
  });
}

const YES = new Set(['yes', 'true', '1']);
const NO = new Set(['', 'no', 'false', '0']);

function isTie(text: string): boolean {
  const word = text.trim().toLowerCase();
  if (!YES.has(word) && !NO.has(word))
    throw new RowFault(`a tie is yes or no, and “${text.slice(0, 40)}” is neither.`);
  return YES.has(word);
}

async function scaleResults(file: string, options: JudgeOptions): Promise<readonly Result[]> {
  const [winner = '', other = ''] = named(options, ['winner', 'other'], 'Comparisons');
  const { judge, tie } = options;
  const columns = [
    winner,
    other,
    ...(judge === undefined ? [] : [judge]),
    ...(tie === undefined ? [] : [tie]),
  ];
  const read = (cells: readonly string[]): Comparison => {
    const [won, lost] = [filled(winner, cells[0]), filled(other, cells[1])];
    if (won === lost) throw new RowFault(`“${won.slice(0, 40)}” is compared with itself.`);
    return {
      winner: won,
      loser: lost,
      ...(judge === undefined ? {} : { judge: filled(judge, cells[2]) }),
      ...(tie === undefined ? {} : { isTie: isTie(cells[columns.length - 1] ?? '') }),
    };
  };
  const scale = judgedScale(await readCheckedRows({ file, input: process.stdin }, columns, read));
  if (scale.kind === 'not-connected') {
    const [largest = [], ...others] = scale.groups;
    return [
      {
        kind: scale.kind,
        groups: scale.groups.length,
        largest: largest.length,
        apart: others.flat().slice(0, 20),
      },
    ];
  }
  if (scale.kind === 'not-reliable-enough') {
    const { reliability, level: _, ...told } = scale;
    return [{ ...told, reliability: reliability.value, lower: reliability.lower, upper: reliability.upper }];
  }
  if (scale.kind !== 'scale') return [scale];
  const { items, judges, n, spread, reliability } = scale;
  return [
    {
      kind: 'scale',
      items: items.length,
      n,
      reliability: reliability.value,
      lower: reliability.lower,
      upper: reliability.upper,
      spread,
    },
    ...items.map((item) => ({ kind: 'item', ...item })),
    ...judges.map((one) => ({ kind: 'judge', ...one })),
  ];
}

function readLevel(text: string): RatingLevel {
  const level = RATING_LEVELS.find((one) => one === text);
  if (level === undefined) throw new OptionFault(`--level is one of ${RATING_LEVELS.join(', ')}.`);
  return level;
}

async function agreementResults(file: string, options: JudgeOptions): Promise<readonly Result[]> {
  const [item = '', rater = '', rating = '', levelName = ''] = named(
    options,
    ['item', 'rater', 'rating', 'level'],
    'Ratings with --alpha',
  );
  const level = readLevel(levelName);
  const lines = new Map<string, number>();
  const read = (cells: readonly string[], line: number): Rating => {
    const [what, who, text] = [filled(item, cells[0]), filled(rater, cells[1]), filled(rating, cells[2])];
    const key = JSON.stringify([what, who]);
    const before = lines.get(key);
    if (before !== undefined) throw new RowFault(`${who} rated ${what} on line ${before} already.`);
    lines.set(key, line);
    if (level === 'nominal') return { item: what, rater: who, value: text };
    const value = numberOf(text);
    if (value === null) throw new RowFault(`“${text.slice(0, 40)}” is no number, and ${level} ratings are.`);
    return { item: what, rater: who, value };
  };
  const agreement = agreementOf(
    await readCheckedRows({ file, input: process.stdin }, [item, rater, rating], read),
    level,
  );
  if (agreement.kind !== 'agreement') return [agreement];
  const { level: _, ...told } = agreement;
  return [{ ...told, ratedAs: level }];
}
