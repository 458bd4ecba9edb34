import { useState } from 'react';
import type { RunnerActions } from './use-runner.ts';
import {
  EMPTY_NOTE,
  type RunningSession,
  standingTakes,
  type Take,
  type TakeNote,
} from './use-running-session.ts';

const LONGEST_TAG = 40;
const MOST_TAGS = 10;

type Target = 'last' | 'this';

type TakeNoteForm = {
  /** The take that was logged last; undefined before the first. */
  readonly last: Take | undefined;
  readonly target: Target;
  readonly draft: TakeNote;
  readonly tagText: string;
  readonly choose: (target: Target) => void;
  readonly change: (part: { text?: string; feel?: number | null; tagText?: string }) => void;
  readonly keep: () => void;
};

type Options = {
  readonly session: RunningSession;
  readonly act: RunnerActions;
  readonly onClose: () => void;
};

/** A note being written, on the take before or on this one. */
export function useTakeNote({ session, act, onClose }: Options): TakeNoteForm {
  const last = standingTakes(session).at(-1);
  const noteOf = (which: Target) => (which === 'last' ? (last?.note ?? EMPTY_NOTE) : session.current.note);
  const [target, setTarget] = useState<Target>(last === undefined ? 'this' : 'last');
  const [draft, setDraft] = useState<TakeNote>(() => noteOf(target));
  const [tagText, setTagText] = useState(draft.tags.join(', '));
  return {
    last,
    target,
    draft,
    tagText,
    choose: (which) => {
      setTarget(which);
      setDraft(noteOf(which));
      setTagText(noteOf(which).tags.join(', '));
    },
    change: ({ tagText: typed, ...part }) => {
      const tags = typed === undefined ? draft.tags : tagsOf(typed);
      const next = { ...draft, ...part, tags };
      setDraft(next);
      if (typed !== undefined) setTagText(typed);
      // Of this take, every letter is kept as it is typed: it is recorded with the take.
      if (target === 'this') act.note(null, next);
    },
    keep: () => {
      if (target === 'last' && last !== undefined) act.note(last.attemptId, draft);
      onClose();
    },
  };
}

/** Each once, in the order typed; what is too much is left off rather than refused later. */
export function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, LONGEST_TAG).trim());
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}
