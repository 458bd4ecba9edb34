import { useMemo } from 'react';
import { firstSentence } from '../../ui/micromastery/first-sentence.ts';
import { minutesWords } from '../../ui/micromastery/minutes-words.ts';
import type { PracticeCard } from '../practice/contract.ts';

export const MINUTES_OFFERED = [5, 12, 25] as const;

export type PlanStep = {
  readonly fromMinute: number;
  readonly toMinute: number;
  /** One word for what is done: "Work". */
  readonly verb: string;
  /** What it is done with. */
  readonly what: string;
  readonly why: string;
};

export type SessionPlan = {
  readonly minutes: number;
  /** One take is longer than the minutes at hand: the two-minute version is planned instead. */
  readonly isFloor: boolean;
  readonly steps: readonly PlanStep[];
};

type Planned = Pick<PracticeCard, 'title' | 'attemptMinutes' | 'attempts' | 'floor' | 'lastLine'>;

/** Reading one line, or the trick once more. */
const START_MINUTES = 1;

/** What fits into these minutes: how to begin, as many takes as there is room for, and a look back. */
export function planSession(card: Planned, minutes: number): SessionPlan {
  const start = startOf(card);
  const backMinutes = minutes >= 25 ? 3 : minutes >= 12 ? 2 : 1;
  const workFrom = start === null ? 0 : START_MINUTES;
  const workTo = minutes - backMinutes;
  const isFloor = card.attemptMinutes > workTo - workFrom && card.floor !== null;
  return {
    minutes,
    isFloor,
    steps: [
      ...(start === null ? [] : [{ ...start, fromMinute: 0, toMinute: START_MINUTES }]),
      {
        fromMinute: workFrom,
        toMinute: workTo,
        verb: 'Work',
        what: card.title,
        why: isFloor ? floorWhy(card) : workWhy(card, workTo - workFrom),
      },
      {
        fromMinute: workTo,
        toMinute: minutes,
        verb: 'Look back',
        what: 'One line',
        why: 'What changed, in your own words. It is what you will read first next time.',
      },
    ],
  };
}

function startOf({ attempts, lastLine }: Planned): Pick<PlanStep, 'verb' | 'what' | 'why'> | null {
  if (lastLine !== null) {
    return { verb: 'Begin', what: `“${firstSentence(lastLine, 120)}”`, why: 'Your line from last time.' };
  }
  if (attempts > 0) return null;
  return {
    verb: 'Begin',
    what: 'The way in',
    why: 'Where you start is measured by doing. The first takes are only a look.',
  };
}

function workWhy({ attemptMinutes }: Planned, workMinutes: number): string {
  const takes = Math.floor(workMinutes / attemptMinutes);
  const length = minutesWords(attemptMinutes);
  if (takes < 1) return `One take is about ${length}, longer than this. Stop where you like.`;
  if (takes === 1) return `Room for one take of about ${length}.`;
  return `Room for up to ${takes} takes of about ${length}, fewer if you stop between them.`;
}

function floorWhy({ attemptMinutes, floor }: Planned): string {
  return `One take is about ${minutesWords(attemptMinutes)}, longer than this. The two-minute version fits: ${floor}`;
}

export function useSessionPlan(card: Planned, minutes: number): SessionPlan {
  return useMemo(() => planSession(card, minutes), [card, minutes]);
}
