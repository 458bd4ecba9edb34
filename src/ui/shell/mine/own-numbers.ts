import { countFigures } from '../../../engine/picture/count-words.ts';
import type { Mine } from '../../../features/archive/mine-contract.ts';

/** "6 practices", "1 take"; a kind of which there is none is left out. Takes that were taken back are in the archive too. */
export function ownNumbers({ counts, attempts, ownMicromasteries, recordings }: Mine): readonly string[] {
  const takenBack = Math.max(0, counts.attempts - attempts);
  const kinds: readonly (readonly [count: number, one: string, several: string])[] = [
    [counts.needs, 'need', 'needs'],
    [ownMicromasteries, 'micromastery of your own', 'micromasteries of your own'],
    [counts.practices, 'practice', 'practices'],
    [counts.sessions, 'session', 'sessions'],
    [attempts, 'take', 'takes'],
    [takenBack, 'take taken back', 'takes taken back'],
    [counts.remarks, 'note', 'notes'],
    [counts.experiments, 'experiment', 'experiments'],
    [recordings.files, 'recording or file', 'recordings and files'],
  ];
  return kinds
    .filter(([count]) => count > 0)
    .map(([count, one, several]) => `${countFigures(count)} ${count === 1 ? one : several}`);
}

/** Time put in over all sessions: "three quarters of an hour" would be finer than what was measured. */
export function hoursWords(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 120) return whole === 1 ? 'One minute' : `${countFigures(whole)} minutes`;
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  return rest === 0 ? `${countFigures(hours)} hours` : `${countFigures(hours)} hours and ${rest} minutes`;
}
