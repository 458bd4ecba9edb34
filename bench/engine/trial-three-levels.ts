/** Trials of three levels whose probabilities differ and learn, of which a row tells only its own. */
import { random } from '../../src/engine/random.ts';
import { adaptiveProbabilities, type Standing } from '../../src/engine/trial/design.ts';
import { addAttempt, findingsOf, startTrial } from '../../src/engine/trial/trial.ts';
import { type Bar, markdownTable, OURS } from './bar-table.ts';
import { meanOf } from './paired-bootstrap.ts';
import { atLeastBar, atMostBar, type Flags, pairedText, shareText } from './share-bars.ts';
import type { TrialWindow } from './trial-windows.ts';

const LEVELS = ['a', 'b', 'c'] as const;
const FLOOR = 0.1;
/** A design that learns is worked out anew after so many attempts. */
const RELEARN = 5;
const ALPHA = 0.05;

type Seen = readonly { readonly level: number; readonly value: number }[];
/** Probabilities of the three levels, from what came before. */
type Design = (seen: Seen, seed: number) => readonly number[];

const THIRDS = 'a third each';
const THOMPSON = 'top-two Thompson sampling, floor 0.1';
const DESIGNS: Readonly<Record<string, Design>> = {
  [THIRDS]: () => [1 / 3, 1 / 3, 1 / 3],
  'a tenth, three tenths, six tenths': () => [0.1, 0.3, 0.6],
  [THOMPSON]: (seen, seed) =>
    seen.length < RELEARN
      ? [1 / 3, 1 / 3, 1 / 3]
      : adaptiveProbabilities(standingsOf(seen), FLOOR, seed + seen.length),
  'whichever of b and c the last result favours': (seen) => {
    const [last, before] = [seen.at(-1)?.value ?? 0, seen.at(-2)?.value ?? 0];
    return last > before ? [0.1, 0.8, 0.1] : [0.1, 0.1, 0.8];
  },
};

/** Plain means of what each level brought: as good or bad as a learner's own design would be. */
function standingsOf(seen: Seen): readonly Standing[] {
  const all = seen.map(({ value }) => value);
  const mean = meanOf(all);
  const sd = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1));
  return LEVELS.map((_, place) => {
    const own = seen.filter(({ level }) => level === place).map(({ value }) => value);
    const estimate = own.length === 0 ? 0 : meanOf(own) - mean;
    return { estimate, standardError: sd / Math.sqrt(Math.max(1, own.length)) };
  });
}

type Row = { readonly value: number; readonly level: string; readonly probability: number };

function rowsOf(
  window: TrialWindow,
  design: Design,
  effects: readonly number[],
  seed: number,
): readonly Row[] {
  const chance = random(seed);
  const seen: { level: number; value: number }[] = [];
  let probabilities: readonly number[] = [];
  return window.values.map((without, place) => {
    if (place % RELEARN === 0 || DESIGNS[THOMPSON] !== design) probabilities = design(seen, seed);
    let left = chance.uniform();
    const drawn = probabilities.findIndex((one) => {
      left -= one;
      return left < 0;
    });
    const level = drawn < 0 ? LEVELS.length - 1 : drawn;
    const value = without + (effects[level] ?? 0);
    seen.push({ level, value });
    return { value, level: LEVELS[level] ?? '', probability: probabilities[level] ?? 0 };
  });
}

type Looks = { readonly claimed: boolean; readonly found: boolean; readonly held: boolean };
type Method = (rows: readonly Row[], effects: readonly number[], floor: number) => readonly Looks[];

/** Of b and of c against a: whether something untrue was claimed, the truth was found, and the interval held at every look. */
const ours: Method = (rows, effects, floor) => {
  const trial = startTrial({ kind: 'rate', better: 'up', levels: LEVELS, smallest: null, floor });
  const looks = LEVELS.slice(1).map(() => ({ claimed: false, found: false, held: true }));
  for (const row of rows) {
    addAttempt(trial, { ...row, value: Math.exp(row.value) });
    for (const [place, { verdict, lower, upper }] of findingsOf(trial).entries()) {
      const [look, effect] = [looks[place], effects[place + 1] ?? 0];
      if (look === undefined) continue;
      if (verdict !== 'not-enough' && (effect === 0 || verdict !== 'better')) look.claimed = true;
      if (verdict === 'better' && effect > 0) look.found = true;
      if ((lower !== null && lower > effect) || (upper !== null && upper < effect)) look.held = false;
    }
  }
  return looks;
};

/** What is left of a row's own probability taken to be shared alike by the two others: exact only where it is. */
const sharedAlike: Method = (rows, effects) =>
  LEVELS.slice(1).map((level, place) => {
    const effect = effects[place + 1] ?? 0;
    const options = { kind: 'rate', better: 'up', smallest: null, alpha: ALPHA / 2 } as const;
    const trial = startTrial({ ...options, levels: ['a', level] });
    const look = { claimed: false, found: false, held: true };
    for (const row of rows) {
      if (row.level !== 'a' && row.level !== level) continue;
      const own = row.probability / (row.probability + (1 - row.probability) / 2);
      addAttempt(trial, { value: Math.exp(row.value), level: row.level, probability: own });
      for (const { verdict, lower, upper } of findingsOf(trial)) {
        if (verdict !== 'not-enough' && (effect === 0 || verdict !== 'better')) look.claimed = true;
        if (verdict === 'better' && effect > 0) look.found = true;
        if ((lower !== null && lower > effect) || (upper !== null && upper < effect)) look.held = false;
      }
    }
    return look;
  });

const TOLD_FLOOR = `${OURS}, told that none was rarer than a third`;
const METHODS: Readonly<Record<string, Method>> = {
  [OURS]: ours,
  [TOLD_FLOOR]: (rows, effects) => ours(rows, effects, 1 / 3),
  'what is left, shared alike': sharedAlike,
};

export type ThreeLevels = { readonly printed: string; readonly bars: readonly Bar[] };

/** `windows` by what they are of; `effect`: of c against a, on the line. */
export function threeLevels(
  windows: ReadonlyMap<string, readonly TrialWindow[]>,
  effect: number,
  seed: number,
): ThreeLevels {
  const header = [
    'windows',
    'draw',
    'effect of c',
    'method',
    'false claims',
    'ours less it',
    'found c',
    'held',
  ];
  const rows: string[][] = [];
  const pooled = new Map<string, Record<'claimed' | 'held', number[]>>(
    Object.keys(DESIGNS).map((draw) => [draw, { claimed: [], held: [] }]),
  );
  for (const [name, of] of windows) {
    for (const [draw, design] of Object.entries(DESIGNS)) {
      for (const truth of [0, effect]) {
        const told = judge(of, design, [0, 0, truth], seed);
        const own = told.get(OURS) ?? { claimed: [], found: [], held: [] };
        for (const [method, { claimed, found, held }] of told) {
          const against = method === OURS ? '' : pairedText(own.claimed, claimed, seed);
          const finds = truth === 0 ? '-' : shareText(found);
          const shares = [shareText(claimed), against, finds, shareText(held)];
          rows.push([name, draw, truth.toFixed(3), method, ...shares]);
        }
        pooled.get(draw)?.claimed.push(...own.claimed);
        pooled.get(draw)?.held.push(...own.held);
      }
    }
  }
  const bars = [...pooled].flatMap(([draw, { claimed, held }]) => [
    atMostBar(`False claims, three levels, ${draw}`, ALPHA, claimed, 'ENGINE 2'),
    atLeastBar(`Intervals hold at every look, three levels, ${draw}`, 1 - ALPHA, held, 'ENGINE 2'),
  ]);
  return { printed: markdownTable(header, rows), bars };
}

type Told = { readonly claimed: Flags; readonly found: Flags; readonly held: Flags };

function judge(
  windows: readonly TrialWindow[],
  design: Design,
  effects: readonly number[],
  seed: number,
): ReadonlyMap<string, Told> {
  const drawn = windows.map((window, place) => rowsOf(window, design, effects, 7919 * seed + place));
  return new Map(
    Object.entries(METHODS)
      .filter(([name]) => name !== TOLD_FLOOR || design === DESIGNS[THIRDS])
      .map(([name, method]) => {
        const looks = drawn.map((rows) => method(rows, effects, FLOOR));
        return [
          name,
          {
            claimed: looks.map((all) => Number(all.some(({ claimed }) => claimed))),
            found: looks.map((all) => Number(all.some(({ found }) => found))),
            held: looks.map((all) => Number(all.every(({ held }) => held))),
          },
        ];
      }),
  );
}
