import { countWords } from '../picture/count-words.ts';
import { FLOOR_MINUTES } from './fit.ts';
import type { Reason, Rhythm } from './plan.ts';

/** Longer ago, the count of days tells nothing more. */
const DAYS_COUNTED = 60;
/** Enough to recognise a line by. */
const MOST_LETTERS = 120;

/** The reason as one plain sentence: what is true of the practice, and never what will come of it. */
export function reasonWords(reason: Reason): string {
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
    case 'not-tried-yet':
      return 'Not tried yet, and the first takes only look at where you start.';
    case 'due':
      return `${sinceWords(reason)}; ${rhythmWords(reason.rhythm)}.`;
    case 'your-line':
      return `Your line from last time: ${quoted(reason.line)}.`.replace(/([.?!…]”)\.$/u, '$1');
    case 'in-focus':
      return reason.vary === null
        ? 'This is what you have in focus.'
        : `This is what you have in focus, and ${quoted(reason.vary)} is one thing to vary.`;
    case 'next-round':
      return 'This is what comes round next.';
    case 'go-on':
      return 'Go on with it if you like, or stop here.';
    case 'look-back':
      return 'What changed, in your own words, to read first next time.';
    case 'take-too-long':
      return tooLongWords(reason);
    case 'passed-today':
      return 'You passed this over today.';
    case 'no-room':
      return `Due as well, and there was no room left in ${countOfMinutes(reason.minutes)}.`;
    case 'can-wait':
      return 'This can wait for another day.';
    default:
      return reason satisfies never;
  }
}

type Of<Kind> = Extract<Reason, { kind: Kind }>;

function comebackWords({ minutes, days, pausedDays }: Of<'comeback'>): string {
  const away = days - pausedDays > DAYS_COUNTED ? 'a good while' : `${countWords(days - pausedDays)} days`;
  const take = minutes <= FLOOR_MINUTES ? `One take of ${countOfMinutes(minutes)}` : 'One take';
  return `${take} first, after ${away} away${pauseWords(pausedDays)}.`;
}

/** Without its time zone a moment is known to about a day, and no more is said. */
function sinceWords({ sinceDays, pausedDays }: Of<'due'>): string {
  const days = Math.round(sinceDays);
  const since = `since the last session${pauseWords(pausedDays)}`;
  if (sinceDays < 1) return `Less than a day ${since}`;
  if (days > DAYS_COUNTED) return `A good while ${since}`;
  return `About ${days === 1 ? 'a day' : `${countWords(days)} days`} ${since}`;
}

function pauseWords(pausedDays: number): string {
  return pausedDays === 0 ? '' : ', the pause not counted';
}

function rhythmWords({ from, sittingsAWeek, isStretched }: Rhythm): string {
  if (from === 'learner') {
    return sittingsAWeek === 0
      ? 'you wished for no fixed rhythm'
      : `you wished for it ${timesWords(sittingsAWeek)}`;
  }
  const often = timesWords(sittingsAWeek);
  const says = from === 'design' ? `its design says ${often}` : `without a rhythm it counts as ${often}`;
  return isStretched ? `${says}, and kept alive a quarter as often` : says;
}

function timesWords(timesAWeek: number): string {
  if (timesAWeek === 1) return 'once a week';
  return timesAWeek === 2 ? 'twice a week' : `${countWords(timesAWeek)} times a week`;
}

function tooLongWords({ attemptMinutes, workMinutes, hasFloor }: Of<'take-too-long'>): string {
  const there = `longer than the ${countOfMinutes(workMinutes)} there ${workMinutes === 1 ? 'is' : 'are'} for takes`;
  if (hasFloor) return `Its two-minute version is ${there}.`;
  return `One take is about ${minutesWords(attemptMinutes)}, ${there}, and it has no two-minute version.`;
}

/** Rounded up to tenths, so that what is longer also reads longer: "15 minutes", "2.5 minutes". */
function minutesWords(minutes: number): string {
  const tenths = Math.ceil(minutes * 10 - 1e-9) / 10;
  return Number.isInteger(tenths) ? countOfMinutes(tenths) : `${tenths} minutes`;
}

function countOfMinutes(minutes: number): string {
  return `${countWords(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;
}

/** A title or a line in one piece and not too long, cut at a word where it has any. */
function quoted(text: string): string {
  const letters = [...text.trim().replaceAll(/\s+/gu, ' ')];
  if (letters.length <= MOST_LETTERS) return `“${letters.join('')}”`;
  const cut = letters.slice(0, MOST_LETTERS).join('');
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut} …”`;
}
