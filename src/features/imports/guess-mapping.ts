import {
  areHardlyDurations,
  FAULTY,
  filled,
  holdsDates,
  holdsTimes,
  holdsTimesOfDay,
  holdsYears,
  isId,
  isLaterMoment,
  isNamedId,
  isNumeric,
  isRunning,
  isVarying,
  looksLikeCondition,
  MOSTLY,
  type SampledColumn,
  share,
  wordsOf,
} from './column-looks.ts';
import type { MappingSoFar } from './contract.ts';
import { guessMeasure, isNamedOutcome, namedPlace } from './guess-measure.ts';

type ColumnGuess = {
  readonly valueColumn: string | null;
  readonly timeColumn: string | null;
  readonly timeOfDayColumn: string | null;
  readonly timesAreUtc: boolean;
  readonly conditionColumns: readonly string[];
  readonly noteColumn: string | null;
  /** A time of day that no date goes with: said, since it is why there is no start. */
  readonly lonelyTimeOfDay: string | null;
};

type Chosen = Pick<
  MappingSoFar,
  'valueColumn' | 'timeColumn' | 'timeOfDayColumn' | 'noteColumn' | 'conditionColumns'
>;

const CONDITIONS_AT_MOST = 12;

/** What each column most likely is, from its name and its first cells, beside what was chosen already. */
export function guessColumns(columns: readonly SampledColumn[], chosen: Chosen = {}): ColumnGuess {
  const find = (name: string | null | undefined) => columns.find((column) => column.name === name);
  const { valueColumn: chosenValue, timeColumn, timeOfDayColumn, noteColumn, conditionColumns = [] } = chosen;
  const taken = [chosenValue, timeColumn, timeOfDayColumn, noteColumn, ...conditionColumns];
  const free = columns.filter((column) => !taken.includes(column.name) && filled(column).length > 0);
  const time = find(timeColumn) ?? guessTime(free);
  const note =
    noteColumn === undefined ? free.find((column) => column !== time && isNote(column)) : find(noteColumn);
  const others = free.filter((column) => column !== time && column !== note);
  const candidate = timeOfDayColumn === undefined ? guessTimeOfDay(others, time) : undefined;
  const beside = others.filter((column) => column !== candidate);
  const value = find(chosenValue) ?? guessValue(beside);
  // With nothing better to be the value, a column of clock times is one: how long it took.
  const isValue =
    candidate !== undefined && isLikely(candidate) && chosenValue === undefined && !isLikely(value);
  const valueColumn = isValue ? candidate : value;
  const timeOfDay = isValue ? undefined : (candidate ?? find(timeOfDayColumn));
  const rest = others.filter((column) => column !== valueColumn && column !== timeOfDay);
  return {
    valueColumn: valueColumn?.name ?? null,
    timeColumn: time?.name ?? null,
    timeOfDayColumn: timeOfDay?.name ?? null,
    timesAreUtc: [time, timeOfDay].some(
      (column) => column !== undefined && /\b(utc|gmt)\b/.test(wordsOf(column.name)),
    ),
    conditionColumns: rest
      .filter((column) => looksLikeCondition(column) && !isNamedOutcome(column))
      .slice(0, CONDITIONS_AT_MOST)
      .map((column) => column.name),
    noteColumn: note?.name ?? null,
    lonelyTimeOfDay: time === undefined ? (free.find(holdsTimesOfDay)?.name ?? null) : null,
  };
}

const isNote = (column: SampledColumn) =>
  /\b(notes?|comments?|remarks?)\b/.test(wordsOf(column.name)) && !isNumeric(column);

function guessTime(columns: readonly SampledColumn[]): SampledColumn | undefined {
  const isNamed = (column: SampledColumn) => /date|time|when|start|timestamp|\bday\b/i.test(column.name);
  const timed = columns.filter((column) => holdsTimes(column));
  const counted = columns.filter(
    (column) =>
      isNamed(column) &&
      share(filled(column), (cell) => /^1\d{9}(\d{3}|\.\d+)?$/.test(cell.trim())) >= MOSTLY,
  );
  return (
    timed.find((column) => isNamed(column) && !isLaterMoment(column)) ??
    timed.find((column) => !isLaterMoment(column)) ??
    timed[0] ??
    counted[0] ??
    columns.find((column) => isNamed(column) && holdsTimes(column, FAULTY))
  );
}

/** Only beside dates that say no time of day themselves. */
function guessTimeOfDay(
  columns: readonly SampledColumn[],
  time: SampledColumn | undefined,
): SampledColumn | undefined {
  if (time === undefined || !holdsDates(time)) return undefined;
  const found = columns.filter(holdsTimesOfDay);
  return found.find((column) => /\b(start|began|begin)/.test(wordsOf(column.name))) ?? found[0];
}

/** Where a value is looked for, the best place first; each only where the one before it has none. */
const PLACES = {
  named: 0,
  namedWithFaults: 100,
  varying: 200,
  /** Few different values that come again: rather what was varied. */
  repeating: 300,
  constant: 400,
  unlikely: 500,
  none: 600,
} as const;

function valuePlace(column: SampledColumn): number {
  if (isId(column) || holdsTimes(column)) return PLACES.none;
  if (areHardlyDurations(column)) return PLACES.unlikely;
  const named = namedPlace(column, MOSTLY);
  if (named !== null) return PLACES.named + named;
  const namedWithFaults = namedPlace(column, FAULTY);
  if (namedWithFaults !== null) return PLACES.namedWithFaults + namedWithFaults;
  if (!isNumeric(column) && guessMeasure(column).kind === 'score') return PLACES.none;
  if (isNamedId(column) || isRunning(column) || holdsYears(column)) return PLACES.unlikely;
  if (!isVarying(column)) return PLACES.constant;
  return looksLikeCondition(column) ? PLACES.repeating : PLACES.varying;
}

function guessValue(columns: readonly SampledColumn[]): SampledColumn | undefined {
  const [best] = columns
    .map((column) => ({ column, place: valuePlace(column) }))
    .filter(({ place }) => place < PLACES.none)
    .toSorted((a, b) => a.place - b.place);
  // Where nothing else is left it is the value, and its rows say what is wrong with them.
  return best?.column ?? (columns.length === 1 ? columns[0] : undefined);
}

function isLikely(column: SampledColumn | undefined): boolean {
  return column !== undefined && valuePlace(column) < PLACES.constant;
}
