import { halvesOf, inRounds, sized } from './halves.ts';
import type { Laid } from './laid.ts';
import { mixedWith } from './mix.ts';

/** Our choice: beyond it more minutes in one go are worth less than as many with something else between. */
const MOST_MINUTES_IN_ONE_GO = 45;

/**
 * Where one line is longer than its practice should have in one go, every line is cut in two sittings, and all are gone
 * through twice in their order. No practice gets more minutes than it had; what finds no sitting is left to the learner.
 */
export function sitApart(laid: readonly Laid[]): readonly Laid[] {
  if (!laid.some((line, at) => line.minutes > mostOf(line, laid[at - 1]))) return laid;
  const soft = laid.filter(({ verb }) => verb === 'begin-softly');
  const rest = laid.slice(soft.length);
  const halves = rest.map((line) => halvesOf(line, mixedWith(line, rest) ?? { kind: 'again' }));
  return [...soft, ...inRounds(halves)].reduce<readonly Laid[]>(withNext, []);
}

/** What begins softly and is gone on with at once is one sitting; and with nothing between them so are two. */
function withNext(sat: readonly Laid[], line: Laid): readonly Laid[] {
  const last = sat.at(-1);
  if (last?.candidate !== line.candidate || last.verb === 'begin-softly')
    return [...sat, sized(line, Math.min(line.minutes, mostOf(line, last)))];
  const minutes = Math.min(last.minutes + line.minutes, mostOf(last, sat.at(-2)));
  return [...sat.slice(0, -1), sized(last, minutes)];
}

/** 45 minutes; more where one take, or the learner's own usual session, is longer. */
function mostOf({ candidate, isFloor }: Laid, before: Laid | undefined): number {
  const { attemptMinutes, usualSessionMinutes } = candidate.practice;
  const most = Math.ceil(Math.max(MOST_MINUTES_IN_ONE_GO, attemptMinutes, usualSessionMinutes ?? 0));
  if (before?.candidate !== candidate) return most;
  return Math.max(isFloor ? 0 : Math.ceil(attemptMinutes), most - before.minutes);
}
