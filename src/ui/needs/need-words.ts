import type { NeedBody } from '../../features/needs/contract.ts';
import { firstSentence } from '../micromastery/first-sentence.ts';
import type { Segment } from '../parts/Segmented.tsx';

/** How far off it is, as it is chosen. */
export const HORIZON_SEGMENTS: readonly Segment<NeedBody['horizon']>[] = [
  { value: 'now', label: 'Now' },
  { value: 'next-rung', label: 'It comes next' },
  { value: 'possible-future', label: 'Perhaps one day' },
];

export const WITHIN_SEGMENTS: readonly Segment<NeedBody['wantedWithin']>[] = [
  { value: 'ten-minutes', label: 'In ten minutes' },
  { value: 'this-week', label: 'This week' },
  { value: 'this-year', label: 'This year' },
];

/** Enough to tell one need from another where only the names of links and buttons are read. */
const NAME_LETTERS = 60;

export function needName(text: string): string {
  return firstSentence(text, NAME_LETTERS);
}
