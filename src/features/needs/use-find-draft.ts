import { useCallback, useState } from 'react';
import { findDraftKey } from '../../ui/micromastery/need-in-hand.ts';
import type { Need, NeedBody } from './contract.ts';

export type Within = NeedBody['wantedWithin'];
export type Question = NeedBody['kind'];
export type Horizon = NeedBody['horizon'];

/** A need of this visit that was kept, and what was looked at for it. */
export type KeptDraft = {
  readonly id: string;
  readonly text: string;
  readonly within: Within;
  readonly horizon: Horizon;
  readonly context: string | null;
  readonly matchedIds: readonly string[];
};

/** What was typed on this visit, so that coming back from a look finds it as it was. */
export type FindDraft = {
  readonly gap: string;
  readonly next: string;
  readonly within: Within;
  /** Of what comes next: the next rung, or a role that may never come. */
  readonly nextHorizon: Exclude<Horizon, 'now'>;
  /** Where it comes up, in the learner's words; empty where they said nothing of it. */
  readonly context: string;
  readonly kept: Readonly<Partial<Record<Question, KeptDraft>>>;
};

const EMPTY: FindDraft = {
  gap: '',
  next: '',
  within: 'ten-minutes',
  nextHorizon: 'next-rung',
  context: '',
  kept: {},
};

function readDraft(): FindDraft {
  try {
    const stored = sessionStorage.getItem(findDraftKey());
    return stored === null ? EMPTY : { ...EMPTY, ...draftOf(stored) };
  } catch {
    return EMPTY;
  }
}

/** The one place where the stored draft gets its type: this file writes it, and the first bench a part of it. */
function draftOf(stored: string): Partial<FindDraft> {
  return JSON.parse(stored) as Partial<FindDraft>;
}

function storeDraft(draft: FindDraft): void {
  try {
    sessionStorage.setItem(findDraftKey(), JSON.stringify(draft));
  } catch {
    // Then it lasts as long as the page.
  }
}

/** Find opens with this need: what is looked at there is found for it, and it is not kept a second time. */
export function takeToFind(need: Need): void {
  storeDraft(draftOfNeed(need));
}

export function draftOfNeed({ id, text, horizon, wantedWithin, context, micromasteryIds }: Need): FindDraft {
  const question: Question = horizon === 'now' ? 'gap' : 'next';
  const kept = { id, text, within: wantedWithin, horizon, context, matchedIds: micromasteryIds };
  return {
    ...EMPTY,
    [question]: text,
    within: wantedWithin,
    nextHorizon: horizon === 'now' ? EMPTY.nextHorizon : horizon,
    context: context ?? '',
    kept: { [question]: kept },
  };
}

export function useFindDraft(): readonly [FindDraft, (change: Partial<FindDraft>) => void] {
  const [draft, setDraft] = useState(readDraft);
  const change = useCallback((part: Partial<FindDraft>) => {
    setDraft((before) => {
      const after = { ...before, ...part };
      storeDraft(after);
      return after;
    });
  }, []);
  return [draft, change];
}

/** Both answers together: either is enough. */
export function needText({ gap, next }: Pick<FindDraft, 'gap' | 'next'>): string {
  return `${gap} ${next}`.trim().replace(/\s+/g, ' ').slice(0, 500);
}
