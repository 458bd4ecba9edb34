import { countWords } from '../picture/count-words.ts';
import { DAYS_TO_MEET } from '../picture/days-to-meet.ts';
import { FLOOR_MINUTES } from './fit.ts';
import type { Reason } from './plan.ts';
import {
  countOfMinutes,
  DAYS_COUNTED,
  minutesWords,
  pauseWords,
  quoted,
  type ReasonOf,
  sinceWords,
} from './reason-parts.ts';
import { isUsual, type UsualReason, usualReasonWords } from './usual-reason-words.ts';

/** What is known of mixing, and no more: gains in the laboratory, little in the field, and worse scores meanwhile. */
const MIXED = 'it may carry over better later, and scores look worse meanwhile';

/** The reason as one plain sentence: what is true of the practice, and never what will come of it. */
export function reasonWords(reason: Reason): string {
  return isUsual(reason) ? usualReasonWords(reason) : rareReasonWords(reason);
}

function rareReasonWords(reason: Exclude<Reason, UsualReason>): string {
  switch (reason.kind) {
    case 'comeback':
      return comebackWords(reason);
    case 'chosen-instead':
      return `You chose this over ${quoted(reason.insteadOf)}.`;
    case 'nothing-else-fits':
      return 'All that fits these minutes was passed over today, and so was this.';
    case 'floor-fits':
      return `One take is about ${minutesWords(reason.attemptMinutes)}, longer than there is room for, and its two-minute version fits.`;
    case 'need':
      return reason.within === 'ten-minutes'
        ? 'Less than a day ago you needed this within ten minutes.'
        : 'Less than a week ago you needed this within a week.';
    case 'deadline':
      return deadlineWords(reason);
    case 'look-again':
      return lookAgainWords(reason);
    case 'experiment':
      return experimentWords(reason);
    case 'vary-each-take':
      return `Change ${quoted(reason.vary)} from take to take: ${MIXED}.`;
    case 'mixed':
      return `In turn with ${quoted(reason.withTitle)}: ${MIXED}.`;
    case 'again':
      return 'A second sitting, with something else between.';
    case 'take-too-long':
      return tooLongWords(reason);
    case 'passed-today':
      return 'You passed this over today.';
    case 'no-room':
      return `Due as well, and there was no room left in ${countOfMinutes(reason.minutes)}.`;
    case 'can-wait':
      return 'This can wait for another day.';
    case 'week-spent':
      return 'Due this week as well, and what is left of its minutes goes to what has waited longer.';
    case 'too-long-for-week':
      return `One take is about ${minutesWords(reason.attemptMinutes)}, and this week has ${leftWords(reason.leftMinutes)} left.`;
    default:
      return reason satisfies never;
  }
}

function comebackWords({ minutes, days, pausedDays }: ReasonOf<'comeback'>): string {
  const away = days - pausedDays > DAYS_COUNTED ? 'a good while' : `${countWords(days - pausedDays)} days`;
  const take = minutes <= FLOOR_MINUTES ? `One take of ${countOfMinutes(minutes)}` : 'One take';
  return `${take} first, after ${away} away${pauseWords(pausedDays)}.`;
}

function deadlineWords({ inDays, heldDays }: ReasonOf<'deadline'>): string {
  const by = inDays === 0 ? 'by today' : inDays === 1 ? 'by tomorrow' : `in ${countWords(inDays)} days`;
  const wanted = `You want this ${by}`;
  if (heldDays === null) return `${wanted}.`;
  const held = heldDays === 0 ? 'no day' : heldDays === 1 ? 'one day' : `${countWords(heldDays)} days`;
  return `${wanted}, and its target has held on ${held} of the ${countWords(DAYS_TO_MEET)} that it takes.`;
}

function lookAgainWords({ sinceDays, isSlipping }: ReasonOf<'look-again'>): string {
  const since = sinceWords({ sinceDays, pausedDays: 0 });
  return isSlipping
    ? `${since}; its target was met, and the chance that a first take still meets it is likely under 80%.`
    : `${since}; its target was met and is likely to hold, and this looks whether it does.`;
}

function experimentWords({ experiment: { name, unit, wanted } }: ReasonOf<'experiment'>): string {
  const more = unit === 'attempt' ? 'take' : 'session';
  return `Your experiment ${quoted(name)} wants ${countWords(wanted)} more ${wanted === 1 ? more : `${more}s`}.`;
}

function leftWords(minutes: number): string {
  return minutes === 0 ? 'none' : countOfMinutes(minutes);
}

function tooLongWords({ attemptMinutes, workMinutes, hasFloor }: ReasonOf<'take-too-long'>): string {
  const there = `longer than the ${countOfMinutes(workMinutes)} there ${workMinutes === 1 ? 'is' : 'are'} for takes`;
  if (hasFloor) return `Its two-minute version is ${there}.`;
  return `One take is about ${minutesWords(attemptMinutes)}, ${there}, and it has no two-minute version.`;
}
