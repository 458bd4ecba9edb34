import { MILLISECONDS_PER_DAY } from '../units.ts';
import type { AgendaInput, PlanOverride } from './plan.ts';
import type { Candidate } from './urgency.ts';

/** A sitting within half a day of an answer is the one that was answered; a later one is the next time. */
const ANSWER_LASTS_MILLISECONDS = MILLISECONDS_PER_DAY / 2;

/** What the learner's answers to earlier plans still mean. */
export type Answers = {
  /** Passed over today. */
  readonly passed: ReadonlySet<string>;
  /** Of these, in the order of the answers, what nothing was named instead of: whatever fits there takes its line. */
  readonly swapped: readonly string[];
  /** By what was offered: the newest choice of something instead. */
  readonly insteadOf: ReadonlyMap<string, PlanOverride>;
};

/**
 * "Something else" and "not today" hold for that day. What was chosen instead stands before what was offered until it has
 * been practised on another occasion, or what was offered has: each answer moves one plan, so none starves what it passed.
 */
export function readAnswers({ overrides, today }: Pick<AgendaInput, 'overrides' | 'today'>): Answers {
  const passed = new Set<string>();
  const swapped = new Set<string>();
  const insteadOf = new Map<string, PlanOverride>();
  for (const override of overrides) {
    const { practiceId, chosenId, day, answer } = override;
    const isNamed = chosenId !== null && chosenId !== practiceId;
    if (day === today) {
      passed.add(practiceId);
      if (isNamed) swapped.delete(practiceId);
      else swapped.add(practiceId);
    }
    if (!isNamed) continue;
    if (day === today) {
      passed.delete(chosenId);
      swapped.delete(chosenId);
    }
    if (answer !== 'something-else') continue;
    // The newest choice wins: nothing older stands before it, so that two answers cannot go round in a circle.
    insteadOf.delete(chosenId);
    insteadOf.set(practiceId, override);
  }
  return { passed, swapped: [...swapped], insteadOf };
}

export type Settled = {
  readonly order: readonly Candidate[];
  /** By the id of what moved up: the title of what it was chosen over. */
  readonly movedOver: ReadonlyMap<string, string>;
  /** All of them were passed over today, and nothing else is there to offer. */
  readonly isPassedOver: boolean;
};

/** An order of candidates after the answers: chosen ones moved up, and without what was passed over, if anything is left. */
export function settle(ordered: readonly Candidate[], answers: Answers, today: string): Settled {
  const byId = new Map(ordered.map((candidate) => [candidate.practice.id, candidate]));
  const settled = new Set<Candidate>();
  const movedOver = new Map<string, string>();
  for (const candidate of ordered) {
    const chain = [candidate];
    let chosen = chosenOver(candidate, answers, byId, today);
    while (chosen !== null && !settled.has(chosen) && !chain.includes(chosen)) {
      movedOver.set(chosen.practice.id, chain.at(-1)?.practice.title ?? '');
      chain.push(chosen);
      chosen = chosenOver(chosen, answers, byId, today);
    }
    for (const next of chain.toReversed()) settled.add(next);
  }
  const order = [...settled];
  const open = order.filter(({ practice }) => !answers.passed.has(practice.id));
  return { order: open.length === 0 ? order : open, movedOver, isPassedOver: open.length === 0 };
}

function chosenOver(
  offered: Candidate,
  { insteadOf }: Answers,
  byId: ReadonlyMap<string, Candidate>,
  today: string,
): Candidate | null {
  const answer = insteadOf.get(offered.practice.id);
  if (answer === undefined || answer.chosenId === null) return null;
  const chosen = byId.get(answer.chosenId);
  if (chosen === undefined) return null;
  if (offered.lastAt !== null && offered.lastAt > answer.at) return null;
  if (chosen.lastAt === null || chosen.lastAt < answer.at) return chosen;
  return answer.day !== today && chosen.lastAt < answer.at + ANSWER_LASTS_MILLISECONDS ? chosen : null;
}
