import { gapBetween } from '../momentum/gap.ts';
import { pauseOn } from '../momentum/pause.ts';
import { readAnswers } from './answers.ts';
import {
  LOOK_BACK_FROM_MINUTES,
  lookBackMinutes,
  minutesToHold,
  mostPractices,
  shortestMinutes,
  versionFor,
} from './fit.ts';
import type { Laid } from './laid.ts';
import { layOut } from './lay-out.ts';
import { leftOutOf } from './left-out.ts';
import { linesOf } from './lines.ts';
import { mixRelated } from './mix.ts';
import type { AgendaInput, Comeback, LeftOut, Plan, WeekLeft } from './plan.ts';
import { sitApart } from './sit-apart.ts';
import { softStart } from './soft-start.ts';
import { type AgendaMoment, byUrgency, type Candidate, dayOf, momentOf, weigh } from './urgency.ts';
import { leftOf, weekLeft } from './week-left.ts';

/**
 * What to practise in the minutes at hand, and why: docs/science/agenda.md. The same input gives the same plan, in
 * whatever order the practices come. Never a parked practice, nothing while a pause is in force, and never more minutes
 * than the week has left.
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
  return planOpen({ input, candidates, comeback: comebackOf(weighed, moment), day: moment.today });
}

type Open = {
  readonly input: AgendaInput;
  /** By urgency, none of them parked. */
  readonly candidates: readonly Candidate[];
  readonly comeback: Comeback | null;
  /** Today's number. */
  readonly day: number;
};

function planOpen(open: Open): Plan {
  const { input, candidates, comeback } = open;
  const minutes = input.week == null ? input.minutes : Math.min(input.minutes, leftOf(input.week));
  const workMinutes = minutes - lookBackMinutes(minutes);
  const fitting = candidates.filter(({ practice }) => versionFor(practice, workMinutes) !== null);
  const answers = readAnswers(input);
  const room = { workMinutes, most: mostPractices(minutes), today: input.today };
  const { laid, notReplaced } =
    comeback === null ? layOut(fitting, answers, room) : softStart(fitting, answers, room, comeback);
  const plannedIds = new Set(laid.map(({ candidate }) => candidate.practice.id));
  const isComeback = comeback !== null;
  const passedIds = answers.passed;
  const leftOut = leftOutOf({ candidates, plannedIds, passedIds, minutes, workMinutes, isComeback });
  const isPlan = laid.length > 0;
  if (!isPlan) return noneFits(candidates, leftOut, weekOf(open, plannedIds, 0));
  const apart = sitApart(laid);
  const overMinutes = leftOver(apart, workMinutes);
  const lines = linesOf(apart === laid ? mixRelated(laid) : apart, minutes - overMinutes);
  const week = weekOf(open, plannedIds, minutes - overMinutes);
  return {
    kind: 'plan',
    minutes: minutes - overMinutes,
    overMinutes,
    lines,
    comeback,
    leftOut,
    notReplaced,
    week,
  };
}

/** What no practice should have as well; the look back takes what is too little to speak of. */
function leftOver(laid: readonly Laid[], workMinutes: number): number {
  const over = workMinutes - laid.reduce((sum, { minutes }) => sum + minutes, 0);
  return over < LOOK_BACK_FROM_MINUTES ? 0 : over;
}

function weekOf(open: Open, plannedIds: ReadonlySet<string>, plannedMinutes: number): WeekLeft | null {
  const { input, candidates, comeback, day: today } = open;
  const { week, minutes } = input;
  if (week == null) return null;
  const isComeback = comeback !== null;
  return weekLeft({ week, minutes, plannedMinutes, plannedIds, candidates, today, isComeback });
}

function noneFits(
  candidates: readonly Candidate[],
  leftOut: readonly LeftOut[],
  week: WeekLeft | null,
): Plan {
  const shortest = Math.min(...candidates.map(({ practice }) => shortestMinutes(practice)));
  const fewestMinutes = minutesToHold(shortest);
  if (week !== null && fewestMinutes > week.leftMinutes) return { kind: 'week-full', week };
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
