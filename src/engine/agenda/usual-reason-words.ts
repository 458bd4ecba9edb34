import { countWords } from '../picture/count-words.ts';
import type { Reason, Rhythm } from './plan.ts';
import { quoted, type ReasonOf, sinceWords } from './reason-parts.ts';

/** What most lines of most plans say; the words of the others can wait until there is one. */
const USUAL = [
  'not-tried-yet',
  'due',
  'your-line',
  'in-focus',
  'next-round',
  'go-on',
  'look-back',
] as const satisfies readonly Reason['kind'][];

export type UsualReason = ReasonOf<(typeof USUAL)[number]>;

export function isUsual(reason: Reason): reason is UsualReason {
  return USUAL.some((kind) => kind === reason.kind);
}

export function usualReasonWords(reason: UsualReason): string {
  switch (reason.kind) {
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
    default:
      return reason satisfies never;
  }
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
