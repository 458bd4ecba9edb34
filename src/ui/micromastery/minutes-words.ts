import { countWords } from '../../engine/picture/count-words.ts';

/** "15 seconds", "half a minute", "a minute", "two minutes", "1.5 minutes": the length of one take. */
export function minutesWords(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  if (seconds === 30) return 'half a minute';
  if (seconds < 60) return `${seconds} seconds`;
  if (seconds === 60) return 'a minute';
  const rounded = Math.round(minutes * 10) / 10;
  return `${Number.isInteger(rounded) ? countWords(rounded) : rounded} minutes`;
}
