import {
  RECALL_GRADES,
  type RecallGrade,
  type RecallReview,
  type RecallScheduler,
} from '../../engine/retention/recall-scheduler.ts';
import { type Probability, probability } from '../../engine/units.ts';
import { fsrsScheduler, RECALL_MODEL } from '../../platform/recall/fsrs-scheduler.ts';
import { filled, RowFault, takeRows } from './checked-rows-jobs.ts';
import { leastOf, OptionFault, readTime, whenOf } from './measure-options.ts';
import type { Result } from './result-lines.ts';

export type CardOptions = {
  readonly by: string;
  readonly value: string;
  readonly time: string;
  readonly kind: string;
  readonly better: string;
  readonly at?: string;
  readonly least?: string;
  readonly target?: string;
  readonly sort?: string;
};

/** Usual in spaced repetition: nine in ten come back. */
const DEFAULT_RETENTION = 0.9;

/**
 * A line for each card of a file of reviews, in the order in which they first come: when it is due, and the chance that it comes back at
 * the time asked about, which is the latest review of the file unless it is said. Throws OptionFault and TableFault.
 */
export async function cardResults(file: string, options: CardOptions): Promise<readonly Result[]> {
  refuseOptionsOfSkills(options);
  const asked = whenOf(options.at);
  const retention = probability(leastOf(options.least, DEFAULT_RETENTION));
  const { by, value, time } = options;
  const cards = new Map<string, RecallReview[]>();
  let latest = Number.NEGATIVE_INFINITY;
  await takeRows({ file, input: process.stdin }, [by, value, time], ([name, grade = '', when = '']) => {
    const card = filled(by, name);
    const review = { at: timeIn(when), grade: gradeIn(grade) };
    latest = Math.max(latest, review.at);
    const reviews = cards.get(card);
    if (reviews === undefined) cards.set(card, [review]);
    else reviews.push(review);
  });
  const scheduler = fsrsScheduler();
  const at = asked ?? latest;
  return [...cards].map(([card, reviews]) => resultOf(scheduler, card, reviews, at, retention));
}

function refuseOptionsOfSkills({ kind, better, target, sort }: CardOptions): void {
  const isOfSkills = kind !== 'score' || better !== 'higher' || target !== undefined || sort !== undefined;
  if (isOfSkills)
    throw new OptionFault('--cards takes grades: leave out --kind, --better, --target and --sort.');
}

function timeIn(text: string): number {
  const at = readTime(text);
  if (at === null)
    throw new RowFault('the time cannot be read: write it as 2026-11-21T18:30:00Z or in seconds.');
  return at;
}

/** A pass tells nothing of how hard it was. */
const PASSES: Readonly<Record<string, RecallGrade>> = { '0': 'again', '1': 'good' };

function gradeIn(text: string): RecallGrade {
  const word = text.trim().toLowerCase();
  const grade = RECALL_GRADES.find((one) => one === word) ?? PASSES[word];
  if (grade === undefined)
    throw new RowFault(
      `“${text.slice(0, 40)}” is no grade: write again, hard, good or easy, or 0 and 1 for a pass.`,
    );
  return grade;
}

function resultOf(
  scheduler: RecallScheduler,
  card: string,
  reviews: readonly RecallReview[],
  at: number,
  retention: Probability,
): Result {
  const outlook = scheduler.outlook(reviews, at, retention);
  if (outlook === null) return { by: card, kind: 'not-shown-yet', at: isoOf(at) };
  const { retrievability, dueAt, stability, n } = outlook;
  return {
    by: card,
    n,
    at: isoOf(at),
    recall: retrievability,
    due: isoOf(Math.min(dueAt, LATEST)),
    isDue: dueAt <= at,
    stabilityDays: stability,
    retention,
    model: RECALL_MODEL,
  };
}

/** Near the last date that there is. */
const LATEST = 8e15;
const isoOf = (at: number) => new Date(at).toISOString();
