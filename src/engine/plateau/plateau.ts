import type { ScaleName } from '../curve/measure-scale.ts';
import type { MeasureKind } from '../measure/measure.ts';
import { FEWEST_IN_WINDOW, type Gain, type GainSequence, gainOver } from './gain-sequence.ts';
import { type BetterOrRange, type PracticeLine, practiceLine } from './practice-line.ts';
import { withoutSlip } from './slips.ts';
import { addValue, type SlopeSums, startSums } from './slope-sums.ts';

export type PlateauOptions = {
  readonly kind: MeasureKind;
  readonly better: BetterOrRange;
  /** The smallest gain that matters over `stretchAttempts`, on the line; by default a share of the usual scatter. */
  readonly smallest?: number;
  /** 50 unless told. */
  readonly stretchAttempts?: number;
  /** Probability of a wrong claim over all looks. */
  readonly alpha?: number;
};

/** `at`: milliseconds since 1970, where known; then days that are good or bad as a whole are allowed for. */
export type PlateauAttempt = { readonly value: number; readonly at?: number };

export const PLATEAU_STATES = ['improving', 'plateau', 'cannot-tell'] as const;
export type PlateauState = (typeof PLATEAU_STATES)[number];

export type PlateauFinding =
  | { readonly kind: 'too-few-attempts'; readonly have: number; readonly need: number }
  | (Gain & {
      readonly kind: PlateauState;
      /** Attempts so far. */
      readonly n: number;
      /** The first attempt of those that the gain is of, from 1. */
      readonly sinceAttempt: number;
      readonly stretchAttempts: number;
      readonly smallest: number;
      readonly scale: ScaleName;
    });

/** Everything that is kept between looks. Changed by `addPlateauAttempt` and `plateauOf` alone. */
export type Plateau = {
  readonly options: PlateauOptions;
  readonly stretch: number;
  line: PracticeLine | null;
  waiting: PlateauAttempt[];
  readonly sums: SlopeSums;
  readonly recent: number[];
  readonly sequences: GainSequence[];
  readonly sessionEnds: number[];
  lastAt: number | null;
  isTimed: boolean;
  smallest: number;
  n: number;
};

export const FEWEST_FOR_PLATEAU = 8;
export const STRETCH_ATTEMPTS = 50;
const ALPHA = 0.05;
/** Half an hour apart, attempts are of two sessions. */
const SESSION_PAUSE_MILLISECONDS = 30 * 60_000;
/** Of the usual scatter of one attempt, a gain that matters: 3% of times, rates and counts. */
const SHARE_OF_NOISE = 0.3;
/** No plateau is said of fewer attempts than half of the stretch that it speaks of. */
const LEAST_SHARE_OF_STRETCH = 0.5;
/** An improvement is of now: its window reaches back at most so far, as a share of the attempts, or so many attempts. */
const RECENT_SHARE = 2 / 3;
const ALWAYS_RECENT = 64;
/** A plateau is told from where the whole rise since is at most so many times the smallest gain that matters: scatter makes some. */
const MOST_RISE = 2;
/** Starts after the first lie so far apart, as a factor. */
const FIRST_START = 12;

export function startPlateau(options: PlateauOptions): Plateau {
  return {
    options,
    stretch: options.stretchAttempts ?? STRETCH_ATTEMPTS,
    line: null,
    waiting: [],
    sums: startSums(),
    recent: [],
    sequences: [],
    sessionEnds: [],
    lastAt: null,
    isTimed: true,
    smallest: options.smallest ?? 0,
    n: 0,
  };
}

export function addPlateauAttempt(plateau: Plateau, attempt: PlateauAttempt): void {
  plateau.n += 1;
  if (plateau.line !== null) {
    take(plateau, plateau.line, attempt);
    return;
  }
  plateau.waiting.push(attempt);
  if (plateau.n < FEWEST_FOR_PLATEAU) return;
  const { kind, better, smallest } = plateau.options;
  const values = plateau.waiting.map(({ value }) => value);
  const line = practiceLine(kind, better, values);
  plateau.line = line;
  plateau.smallest = smallest ?? SHARE_OF_NOISE * (line.usualNoise ?? scatterOf(values.map(line.toLine)));
  for (const first of plateau.waiting) take(plateau, line, first);
  plateau.waiting = [];
}

/** Half of the mean squared step, which a steady rise hardly enters; of eight values that are all alike, 1. */
function scatterOf(values: readonly number[]): number {
  const squares = values.slice(1).map((value, place) => (value - (values[place] ?? 0)) ** 2 / 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length) || 1;
}

function take(plateau: Plateau, line: PracticeLine, { value, at }: PlateauAttempt): void {
  const place = plateau.sums.values.length;
  const raw = line.toLine(value);
  const z = line.isOpen ? withoutSlip(plateau.recent, raw) : raw;
  const isNewStart = plateau.sequences.length === 0 || place - 1 >= startAfter(plateau.sequences.length);
  if (isNewStart) {
    const k = plateau.sequences.length;
    const alpha = (plateau.options.alpha ?? ALPHA) / ((k + 1) * (k + 2));
    plateau.sequences.push({ after: place - 1, alpha, noise: { variance: 0, freedom: 1 }, estimatedAt: 0 });
  }
  noteSession(plateau, place, at);
  addValue(plateau.sums, z);
}

/** 0, 12, 17, 24, 34, 48 ... attempts: two to an octave. */
function startAfter(k: number): number {
  return k === 0 ? 0 : Math.round(FIRST_START * 2 ** ((k - 1) / 2));
}

function noteSession(plateau: Plateau, place: number, at: number | undefined): void {
  if (at === undefined || !Number.isFinite(at)) {
    plateau.isTimed = false;
    return;
  }
  if (plateau.lastAt !== null && at - plateau.lastAt >= SESSION_PAUSE_MILLISECONDS) {
    plateau.sessionEnds.push(place - 1);
  }
  plateau.lastAt = at;
}

type Shown = Gain & { readonly after: number; readonly isRecent: boolean; readonly canBePlateau: boolean };

/**
 * Improving: the gain of a window that reaches into the recent past is above 0. Plateau: it is below what matters, and no
 * later window shows otherwise. Both at the 5% level over all looks; see docs/science/plateau.md.
 */
export function plateauOf(plateau: Plateau): PlateauFinding {
  const { n, line, smallest, stretch } = plateau;
  if (line === null) return { kind: 'too-few-attempts', have: n, need: FEWEST_FOR_PLATEAU };
  const windows = windowsOf(plateau);
  const told = (kind: PlateauState, { gain, lower, upper, after }: Shown): PlateauFinding => {
    return {
      kind,
      n,
      sinceAttempt: after + 1,
      gain,
      lower,
      upper,
      stretchAttempts: stretch,
      smallest,
      scale: line.scale,
    };
  };
  const improving = windows.filter(({ isRecent, lower }) => isRecent && lower > 0);
  const level = windows.filter(({ canBePlateau, upper }) => canBePlateau && upper < smallest);
  const [lastUp, lastLevel] = [improving.at(-1), level.at(-1)];
  if (lastLevel !== undefined && (lastUp === undefined || lastUp.after <= lastLevel.after)) {
    // Since when: slow as it was, a rise over the whole of a long window may still have been one that matters.
    const isLevel = ({ gain, after }: Shown) => (gain * (n - after)) / stretch <= MOST_RISE * smallest;
    const first = level.find((one) => (lastUp === undefined || one.after >= lastUp.after) && isLevel(one));
    return told('plateau', first ?? lastLevel);
  }
  const firstUp = improving[0];
  if (firstUp !== undefined) return told('improving', firstUp);
  const recent = windows.filter(({ isRecent }) => isRecent);
  const narrowest = recent.reduce<Shown | undefined>(
    (best, one) => (best === undefined || one.upper - one.lower < best.upper - best.lower ? one : best),
    undefined,
  );
  if (narrowest !== undefined) return told('cannot-tell', narrowest);
  return { kind: 'too-few-attempts', have: n, need: n + 1 };
}

function windowsOf(plateau: Plateau): readonly Shown[] {
  const { n, sums, stretch, smallest, sequences } = plateau;
  const ends = plateau.isTimed ? plateau.sessionEnds : [];
  return sequences.flatMap((sequence) => {
    const { after } = sequence;
    const m = n - after;
    if (m < FEWEST_IN_WINDOW) return [];
    const found = gainOver(sequence, sums, n, { stretch, smallest }, ends);
    const isRecent = m <= Math.max(ALWAYS_RECENT, RECENT_SHARE * n);
    return [{ ...found, after, isRecent, canBePlateau: m >= LEAST_SHARE_OF_STRETCH * stretch }];
  });
}
