import { useEffect, useRef, useState } from 'react';
import { tagsOf } from '../../ui/tags-of.ts';
import {
  EMPTY_NOTE,
  type RunningSession,
  standingTakes,
  type Take,
  type TakeNote,
} from './running-session.ts';
import type { RunnerActions } from './use-runner.ts';

type Target = 'last' | 'this';

type TakeNoteForm = {
  /** The take that was logged last; undefined before the first. */
  readonly last: Take | undefined;
  readonly target: Target;
  readonly draft: TakeNote;
  readonly tagText: string;
  readonly choose: (target: Target) => void;
  readonly change: (part: { text?: string; feel?: number | null; tagText?: string }) => void;
};

type Options = { readonly session: RunningSession; readonly act: RunnerActions };

type Draft = { readonly note: TakeNote; readonly tagText: string };

/** Notes being written, on the take before and on this one. However the form is closed, what stands in it is kept. */
export function useTakeNote({ session, act }: Options): TakeNoteForm {
  const last = standingTakes(session).at(-1);
  const [target, setTarget] = useState<Target>(last === undefined ? 'this' : 'last');
  const [drafts, setDrafts] = useState<Readonly<Record<Target, Draft>>>(() => ({
    last: draftOf(last?.note ?? EMPTY_NOTE),
    this: draftOf(session.current.note),
  }));
  const { note: draft, tagText } = drafts[target];
  useKeptAtTheEnd(() => {
    if (last !== undefined) act.note(last.attemptId, drafts.last.note);
  });
  return {
    last,
    target,
    draft,
    tagText,
    choose: setTarget,
    change: ({ tagText: typed = tagText, ...part }) => {
      const next = { ...draft, ...part, tags: tagsOf(typed) };
      setDrafts({ ...drafts, [target]: { note: next, tagText: typed } });
      // Of this take, every letter is kept as it is typed: it is recorded with the take.
      if (target === 'this') act.note(null, next);
    },
  };
}

function draftOf(note: TakeNote): Draft {
  return { note, tagText: note.tags.join(', ') };
}

/** One write for all that was typed, when the form goes. A note that did not change writes nothing. */
function useKeptAtTheEnd(keep: () => void): void {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => () => latest.current(), []);
}
