import type { MeasureKind } from '../../engine/measure/measure.ts';
import { parseValue } from '../../engine/measure/parse-value.ts';
import { filled, isNumeric, MOSTLY, type SampledColumn, share, wordsOf } from './column-looks.ts';
import type { ImportMeasure } from './contract.ts';

const LONGEST_UNIT = 40;

/** What a header calls its measure, most telling first. The unit is the header's own word where none is given. */
const MEASURES: readonly {
  readonly name: RegExp;
  readonly measure: Omit<ImportMeasure, 'unit'>;
  readonly unit?: string;
}[] = [
  { name: /\bwpm\b|words.*(min|\/m)/, measure: { kind: 'rate', direction: 'up' }, unit: 'words a minute' },
  {
    name: /\bcpm\b|(characters|chars).*min/,
    measure: { kind: 'rate', direction: 'up' },
    unit: 'characters a minute',
  },
  { name: /\bbpm\b/, measure: { kind: 'rate', direction: 'up' }, unit: 'beats a minute' },
  { name: /\b(value|result)s?\b/, measure: { kind: 'score', direction: 'up' } },
  { name: /\b(score|points|mark|grade)s?\b/, measure: { kind: 'score', direction: 'up' } },
  {
    name: /\b(reps?|repetitions|catches|hits|count)\b/,
    measure: { kind: 'count', direction: 'up' },
  },
  { name: /\b(rating|feel|felt)\b/, measure: { kind: 'rating', direction: 'up' }, unit: 'out of ten' },
  // As chess players are rated.
  { name: /\b(rating|elo)\b/, measure: { kind: 'score', direction: 'up' }, unit: 'points' },
  {
    name: /\b(pass(ed)?|held|success(ful)?|done)\b/,
    measure: { kind: 'pass', direction: 'up' },
    unit: 'held',
  },
  {
    name: /\b(duration|elapsed|seconds|secs|lap|split|time (taken|spent|used))\b|^time$/,
    measure: { kind: 'duration', direction: 'down' },
    unit: 'seconds',
  },
  {
    name: /accuracy|percent|\bshare\b|%/,
    measure: { kind: 'proportion', direction: 'up' },
    unit: 'of the whole',
  },
  { name: /\b(errors?|mistakes?|faults?|misses)\b/, measure: { kind: 'count', direction: 'down' } },
];

const fits = (column: SampledColumn, kind: MeasureKind) =>
  share(filled(column), (cell) => parseValue(kind, cell).kind === 'value');

/** The measure that a column's name and cells suggest. */
export function guessMeasure(column: SampledColumn): ImportMeasure {
  const cells = filled(column);
  const isMostly = (kind: MeasureKind) => fits(column, kind) >= MOSTLY;
  const ownUnit =
    column.name
      .slice(0, LONGEST_UNIT)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim() || 'points';
  const named = MEASURES.find(
    ({ name, measure }) => name.test(wordsOf(column.name)) && isMostly(measure.kind),
  );
  if (named !== undefined) return { ...named.measure, unit: named.unit ?? ownUnit };
  if (cells.some((cell) => cell.includes(':')) && isMostly('duration')) {
    return { kind: 'duration', unit: 'seconds', direction: 'down' };
  }
  if (cells.every((cell) => cell.trim().endsWith('%')) && isMostly('proportion')) {
    return { kind: 'proportion', unit: ownUnit, direction: 'up' };
  }
  if (!isNumeric(column) && isMostly('pass')) return { kind: 'pass', unit: 'held', direction: 'up' };
  return { kind: isMostly('count') ? 'count' : 'score', unit: ownUnit, direction: 'up' };
}

/**
 * How telling the name of a column is of what was measured, 0 the most; null where it names no measure, or one that its
 * cells are not. `least`: the share of the cells that have to be values of it.
 */
export function namedPlace(column: SampledColumn, least: number): number | null {
  const name = wordsOf(column.name);
  const at = MEASURES.findIndex(
    (entry) => entry.name.test(name) && fits(column, entry.measure.kind) >= least,
  );
  return at === -1 ? null : at;
}

/** What came of it, rather than what was varied: such a column says in which way an attempt went well. */
export function isNamedOutcome(column: SampledColumn): boolean {
  const name = wordsOf(column.name);
  return (
    MEASURES.some((entry) => entry.name.test(name)) ||
    /\brank(ing)?\b/.test(name) ||
    (isNumeric(column) && /\b(place|position|speed|xp|level)\b/.test(name))
  );
}
