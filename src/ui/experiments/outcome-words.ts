import type { ExperimentEndBody } from '../../features/experiments/contract.ts';
import { formatDate } from '../format-day.ts';

/** Which way it ended, and when: "You kept standing, 1 Oct 2026." */
export function endWords(
  levels: readonly string[],
  { outcome, adoptedLevel, endedAt }: Pick<ExperimentEndBody, 'outcome' | 'adoptedLevel' | 'endedAt'>,
): string {
  const day = formatDate(Date.parse(endedAt));
  switch (outcome) {
    case 'adopted':
      return `You kept ${adoptedLevel ?? levels[0]}, ${day}.`;
    case 'kept-both':
      return `You kept ${levels.length === 2 ? 'both' : 'all of them'}, ${day}.`;
    case 'stopped':
      return `You stopped it, ${day}.`;
    default:
      return outcome satisfies never;
  }
}
