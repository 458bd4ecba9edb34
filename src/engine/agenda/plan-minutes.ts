import { gapBetween } from '../momentum/gap.ts';
import { pauseOn } from '../momentum/pause.ts';
import { readAnswers } from './answers.ts';
import { lookBackMinutes, minutesToHold, mostPractices, shortestMinutes, versionFor } from './fit.ts';
import { layOut } from './lay-out.ts';
import { leftOutOf } from './left-out.ts';
import { linesOf } from './lines.ts';
import type { AgendaInput, Comeback, LeftOut, Plan } from './plan.ts';
import { softStart } from './soft-start.ts';
import { type AgendaMoment, byUrgency, type Candidate, dayOf, momentOf, weigh } from './urgency.ts';

/**
 * What to practise in the minutes at hand, and why: docs/science/agenda.md. The same input gives the same plan, in
 * whatever order the practices come. Never a parked practice, and nothing while a pause is in force.
 */
export function planMinutes(input: AgendaInput): Plan {
  const { practices } = input;
  const moment = momentOf(input);
  const pause = pauseOn(moment.pauses, moment.today);
  if (pause !== null) return { kind: 'paused', untilDay: pause.untilDay };
  if (practices.length === 0) return { kind: 'nothing-to-practise', why: 'none' };
  const weighed = practices.map((practice) => weigh(practice, moment));
  const candidates = weighed.filter(({ practice }) => practice.place !== 'parked').sort(byUrgency);
  if (candidates.length === 0) return { kind: 'nothing-to-practise', why: 'all-parked' };
  return planOpen(input, candidates, comebackOf(weighed, moment));
}

function planOpen(input: AgendaInput, candidates: readonly Candidate[], comeback: Comeback | null): Plan {
  const { minutes, today } = input;
  const workMinutes = minutes - lookBackMinutes(minutes);
  const fitting = candidates.filter(({ practice }) => versionFor(practice, workMinutes) !== null);
  const answers = readAnswers(input);
  const room = { workMinutes, most: mostPractices(minutes), today };
  const { laid, notReplaced } =
    comeback === null ? layOut(fitting, answers, room) : softStart(fitting, answers, room, comeback);
  const plannedIds = new Set(laid.map(({ candidate }) => candidate.practice.id));
  const isComeback = comeback !== null;
  const leftOut = leftOutOf({
    candidates,
    plannedIds,
    passedIds: answers.passed,
    minutes,
    workMinutes,
    isComeback,
  });
  if (laid.length === 0) return noneFits(candidates, leftOut);
  return { kind: 'plan', minutes, lines: linesOf(laid, minutes), comeback, leftOut, notReplaced };
}

function noneFits(candidates: readonly Candidate[], leftOut: readonly LeftOut[]): Plan {
  const shortest = Math.min(...candidates.map(({ practice }) => shortestMinutes(practice)));
  const fewestMinutes = minutesToHold(shortest);
  return { kind: 'nothing-to-practise', why: 'none-fits', fewestMinutes, leftOut };
}

/** Goes by the last sitting of any practice, parked ones too: who practised yesterday does not come back today. */
function comebackOf(weighed: readonly Candidate[], moment: AgendaMoment): Comeback | null {
  const last = weighed.reduce<number | null>(
    (latest, { lastAt }) => (latest === null || (lastAt !== null && lastAt > latest) ? lastAt : latest),
    null,
  );
  if (last === null) return null;
  const { days, pausedDays, isComeback } = gapBetween(dayOf(last, moment), moment.today, moment.pauses);
  return isComeback ? { days, pausedDays } : null;
}
