import { useState } from 'react';
import type { Notice } from '../../ui/parts/UndoBar.tsx';
import type { Need } from './contract.ts';
import type { Said } from './need-revision.ts';
import { useNeedRevision } from './use-need-revision.ts';

/** What can be done to the rows of a list of needs, and which of them is being written anew. */
export type RowActions = {
  readonly editedId: string | null;
  /** Whose controls the keyboard goes on at: the row may stand elsewhere after it was said anew. */
  readonly returnToId: string | null;
  readonly edit: (need: Need) => void;
  readonly leave: (need: Need) => void;
  readonly save: (need: Need, said: Partial<Said>) => void;
  readonly answer: (need: Need) => void;
  readonly letGo: (need: Need) => void;
  readonly takeUp: (need: Need) => void;
  readonly notice: Notice | null;
  readonly fault: string | null;
  readonly undo: () => void;
  readonly noticeDone: () => void;
};

export function useNeedRows(): RowActions {
  const { revise, ...said } = useNeedRevision();
  const [editedId, setEditedId] = useState<string | null>(null);
  const [returnToId, setReturnToId] = useState<string | null>(null);

  function close(need: Need) {
    setEditedId(null);
    setReturnToId(need.id);
  }

  return {
    ...said,
    editedId,
    returnToId,
    edit: (need) => {
      setEditedId(need.id);
      setReturnToId(null);
    },
    leave: close,
    save: (need, change) => {
      close(need);
      if (isOther(need, change)) revise(need, change, 'Kept as you said it now.');
    },
    answer: (need) => revise(need, { state: 'answered' }, 'Answered.'),
    letGo: (need) => revise(need, { state: 'let-go' }, 'Let go of. It is kept at the end.'),
    takeUp: (need) => revise(need, { state: 'open' }, 'Taken up again.'),
  };
}

function isOther(need: Need, { text, horizon, wantedWithin, context }: Partial<Said>): boolean {
  return (
    need.text !== text ||
    need.horizon !== horizon ||
    need.wantedWithin !== wantedWithin ||
    need.context !== context
  );
}
