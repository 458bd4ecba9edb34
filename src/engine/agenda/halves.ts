import { FLOOR_MINUTES, takesIn } from './fit.ts';
import type { Laid } from './laid.ts';
import type { Reason } from './plan.ts';

/** A plan is for one day, and nobody is sent to and fro all the time. */
const ROUNDS = 2;

/** Whole takes and whole minutes in each, the odd one in the first; what has no room for two takes stays whole. */
export function halvesOf(line: Laid, againBecause: Reason): readonly Laid[] {
  const { candidate, isFloor } = line;
  const second = Math.floor(line.minutes / ROUNDS);
  if (second < (isFloor ? FLOOR_MINUTES : Math.ceil(candidate.practice.attemptMinutes))) return [line];
  // Nothing is begun twice.
  const onward = candidate.practice.place === 'focus' ? 'work' : 'refresh';
  const verb = line.verb === 'begin' ? onward : line.verb;
  return [sized(line, line.minutes - second), { ...sized(line, second), verb, reason: againBecause }];
}

/** The first halves in their order, and then the second ones. */
export function inRounds(halves: readonly (readonly Laid[])[]): readonly Laid[] {
  return Array.from({ length: ROUNDS }, (_, round) => halves.flatMap((half) => half[round] ?? [])).flat();
}

export function sized(line: Laid, minutes: number): Laid {
  if (minutes === line.minutes) return line;
  return { ...line, minutes, takes: takesIn(minutes, line.candidate.practice, line.isFloor) };
}
