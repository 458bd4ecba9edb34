import { default_w, FSRSAlgorithm, forgetting_curve, generatorParameters, Rating } from 'ts-fsrs';
import type {
  RecallGrade,
  RecallOutlook,
  RecallReview,
  RecallScheduler,
} from '../../engine/retention/recall-scheduler.ts';
import { type Days, MILLISECONDS_PER_DAY, probability } from '../../engine/units.ts';

/** What is told beside every answer, since another model would answer otherwise. */
export const RECALL_MODEL = 'FSRS-6, default weights';

const RATINGS = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const satisfies Record<RecallGrade, Rating>;

/** FSRS counts days of 24 hours; half a day or more later is the next day. */
function wholeDays(milliseconds: number): number {
  return Math.max(0, Math.round(milliseconds / MILLISECONDS_PER_DAY));
}

/**
 * FSRS-6 behind the engine's port, with its default weights and without fuzz, so that the same reviews give the same answer everywhere.
 * Its whole-day intervals, which are rounded and at least a day, are not used: a card is due when the curve
 * R(t) = (1 + factor t/S)^(-w20) falls to the retention that was asked for. Reviews may come in any order. A card that was never shown
 * answers null, and so does one that was only shown after the time asked about: nothing later is used.
 */
export function fsrsScheduler(): RecallScheduler {
  // `generatorParameters` takes the published defaults; nothing but the weights and the rule for one day enters `next_state`.
  const algorithm = new FSRSAlgorithm(generatorParameters({ enable_fuzz: false }));
  return {
    outlook(reviews, at, retention): RecallOutlook | null {
      const past = reviews.filter((review) => review.at <= at).sort((a, b) => a.at - b.at);
      const last = past.at(-1);
      if (last === undefined) return null;
      const stability = stabilityOf(algorithm, past);
      return {
        retrievability: probability(recalled((at - last.at) / MILLISECONDS_PER_DAY, stability)),
        dueAt: last.at + daysUntil(retention, stability) * MILLISECONDS_PER_DAY,
        stability: stability as Days,
        n: past.length,
      };
    },
  };
}

function stabilityOf(algorithm: FSRSAlgorithm, past: readonly RecallReview[]): number {
  let state: ReturnType<FSRSAlgorithm['next_state']> | null = null;
  let before = past[0]?.at ?? 0;
  for (const { at, grade } of past) {
    state = algorithm.next_state(state, wholeDays(at - before), RATINGS[grade]);
    before = at;
  }
  return state?.stability ?? 0;
}

function recalled(days: number, stability: number): number {
  return forgetting_curve([...default_w], days, stability);
}

/** The curve turned round: t = S/factor (r^(-1/w20) - 1), with factor = 0.9^(-1/w20) - 1. */
function daysUntil(retention: number, stability: number): number {
  const decay = default_w[20] ?? Number.NaN;
  const held = Math.min(MOST_RETENTION, Math.max(LEAST_RETENTION, retention));
  return (stability * (held ** (-1 / decay) - 1)) / (0.9 ** (-1 / decay) - 1);
}

/** Beyond these a card is due at once, or never. */
const LEAST_RETENTION = 0.01;
const MOST_RETENTION = 0.999;
