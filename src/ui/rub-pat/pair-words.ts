import { countWords } from '../../engine/picture/count-words.ts';
import type { Autopilot } from '../../engine/rub-pat/autopilot.ts';
import type { DualCost } from '../../engine/rub-pat/dual-cost.ts';
import type { NextStep } from '../../engine/rub-pat/next-step.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { formatDate } from '../format-day.ts';
import type { ToldPair } from './told-pair.ts';

export const TIMING_SEGMENTS = [
  { value: 'at-once', label: 'At once' },
  { value: 'in-turn', label: 'In turn' },
] as const;

export function percentWords(share: number): string {
  const percent = Math.round(share * 100);
  return `${percent < 0 ? '−' : ''}${Math.abs(percent)}%`;
}

/** "80/20": shares of attention, the first part's first. */
export function emphasisKey({ a, b }: { readonly a: number; readonly b: number }): string {
  return `${Math.round(a * 100)}/${Math.round(b * 100)}`;
}

/** "Both, most attention on even throws (80/20)" */
export function emphasisWords(pair: Pick<ToldPair, 'a' | 'b'>, key: string): string {
  const [a = 50, b = 50] = key.split('/').map(Number);
  if (a === b) return `Both, the same attention for each (${key})`;
  return `Both, most attention on ${a > b ? pair.a.name : pair.b.name} (${key})`;
}

/** What comes next: "Even throws alone". */
export function stepWords(pair: ToldPair, step: NextStep): string {
  switch (step.kind) {
    case 'solo':
      return sentenceCase(`${pair[step.part].name} alone`);
    case 'emphasis':
      return emphasisWords(pair, emphasisKey(step.emphasis));
    case 'whole':
      return step.reason === 'combined' ? 'The whole' : 'Both, one after the other';
    default:
      return step satisfies never;
  }
}

/** Why, in a sentence. That it goes worse at first is said where the two come together for the first time, and not again. */
export function reasonWords(pair: ToldPair, step: NextStep): string {
  switch (step.reason) {
    case 'no-record-alone':
      return 'A little of each alone comes first, so that both together have something to be held against.';
    case 'first-together':
      return 'Each has been done alone, and now they meet. That this goes worse than either alone at first is expected.';
    case 'next-emphasis':
      return 'The attention goes round, from the one part over both to the other.';
    case 'solo-is-enough':
      return 'More alone would hardly help, since both must run at once: the attention goes round instead.';
    case 'costs-more':
      return 'Of the two it loses more of what it can do alone.';
    case 'join-again':
      return 'What was practised alone is put together again.';
    case 'combined':
      return `Each lost less than ${percentWords(pair.limit)} to the other in three sessions in a row.`;
    default:
      return step satisfies never;
  }
}

/** "18%, four in five between 13% and 23%, from 4 takes alone and 4 together" */
export function costWords(cost: DualCost): string {
  switch (cost.kind) {
    case 'cost':
      return `${percentWords(cost.cost)}, four in five between ${percentWords(cost.lower)} and ${percentWords(cost.upper)}, from ${takesWords(cost.alone)} alone and ${cost.together} together`;
    case 'too-few-attempts':
      return `not known yet: ${cost.need} takes alone and ${cost.need} together are the fewest, and there are ${cost.alone} and ${cost.together}`;
    case 'no-scale':
      return 'cannot be told from a score that reaches nought or below';
    default:
      return cost satisfies never;
  }
}

const takesWords = (count: number) => (count === 1 ? '1 take' : `${count} takes`);

/** Null where there is nothing to say. */
export function longSoloWords(pair: ToldPair): string | null {
  if (pair.longSolo === null) return null;
  return `${sentenceCase(pair[pair.longSolo].name)} had several sessions in a row to itself. Where both must run at once, short spells alone and then both together usually carry over better.`;
}

/** "Combined since 14 Nov 2026: …" Null while they are not. */
export function combinedWords(pair: ToldPair): string | null {
  if (pair.combinedOn === null || pair.plan === null) return null;
  const sure = pair.plan.combined.isBeyondDoubt
    ? 'The whole of both intervals lies below it.'
    : 'By the middles: the intervals still reach over it.';
  return `Combined since ${formatDate(Date.parse(pair.combinedOn))}: in three sessions in a row each cost less than ${percentWords(pair.limit)}. ${sure}`;
}

/** Kindly, and no more than was seen. */
export function autopilotWords(autopilot: Autopilot): string {
  switch (autopilot.kind) {
    case 'too-few-attempts': {
      const missing = autopilot.need - autopilot.beside;
      return autopilot.usual < autopilot.need
        ? `First ${countWords(autopilot.need)} takes of the whole, to know what is usual.`
        : `${sentenceCase(countWords(missing))} more ${missing === 1 ? 'take' : 'takes'} with a second task will tell.`;
    }
    case 'no-scale':
      return 'A score that reaches nought or below cannot be compared so.';
    case 'autopilot':
      return `Held with a second task in ${autopilot.held} of ${autopilot.of} takes, ${formatDate(autopilot.at)}: within ${percentWords(autopilot.cost)} of what was usual. That is our mark for running by itself.`;
    case 'not-yet':
      return `Held with a second task in ${autopilot.held} of the latest ${autopilot.of} takes. Two of three is the mark, whenever you like.`;
    default:
      return autopilot satisfies never;
  }
}
