import { SURENESS } from '../../engine/judging/calibration-course.ts';

const WORDS = ['Hardly', 'Rather not', 'Even', 'Rather', 'Surely'] as const;

export const SURENESS_KEYS = SURENESS.map((sure, place) => ({
  sure,
  word: WORDS[place] ?? '',
  chance: surenessWords(sure),
}));

/** "7 in 10" */
export function surenessWords(sure: number): string {
  return `${Math.round(sure * 10)} in 10`;
}
