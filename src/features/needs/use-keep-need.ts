import { noteNeedInHand } from '../../ui/micromastery/need-in-hand.ts';
import { newId } from '../../ui/offline/device.ts';
import { record } from '../../ui/offline/record.ts';
import { fitting } from './caught-contract.ts';
import type { NeedBody } from './contract.ts';
import type { FindDraft, KeptDraft, Question } from './use-find-draft.ts';

const QUESTIONS: readonly Question[] = ['gap', 'next'];

type KeptWrites = {
  readonly kept: FindDraft['kept'];
  readonly writes: readonly { path: string; body: unknown }[];
};

/** Each answered question is a need of its own, kept once as it was said; a match is kept once for each need. */
export function needWrites(draft: FindDraft, micromasteryId: string | null, now: Date): KeptWrites {
  const at = now.toISOString();
  const kept: Partial<Record<Question, KeptDraft>> = { ...draft.kept };
  const writes: { path: string; body: unknown }[] = [];
  for (const question of QUESTIONS) {
    const said = saidOf(draft, question);
    if (said.text === '') continue;
    let need = kept[question];
    if (need === undefined || !isSame(need, said)) {
      need = { ...said, id: newId(), matchedIds: [] };
      const { text, horizon, within, context } = said;
      const body = { kind: question, text, horizon, wantedWithin: within, context, raisedAt: at };
      writes.push({ path: `/api/needs/${need.id}`, body: body satisfies NeedBody });
    }
    if (micromasteryId !== null && !need.matchedIds.includes(micromasteryId)) {
      writes.push({ path: `/api/needs/${need.id}/matches/${micromasteryId}`, body: { matchedAt: at } });
      need = { ...need, matchedIds: [...need.matchedIds, micromasteryId] };
    }
    kept[question] = need;
  }
  return { kept, writes };
}

type Said = Pick<KeptDraft, 'text' | 'within' | 'horizon' | 'context'>;

function saidOf(draft: FindDraft, question: Question): Said {
  const context = fitting(draft.context);
  return {
    text: fitting(draft[question]),
    within: draft.within,
    horizon: question === 'gap' ? 'now' : draft.nextHorizon,
    context: context === '' ? null : context,
  };
}

function isSame(kept: Said, said: Said): boolean {
  return (
    kept.text === said.text &&
    kept.within === said.within &&
    kept.horizon === said.horizon &&
    kept.context === said.context
  );
}

/** Keeps what was typed, with what was found for it. Answers with the need to name in a practice, if there is one. */
export function useKeepNeed(draft: FindDraft, change: (part: Partial<FindDraft>) => void) {
  return async (micromasteryId: string | null): Promise<string | null> => {
    const { kept, writes } = needWrites(draft, micromasteryId, new Date());
    const needId = (draft.gap.trim() !== '' ? kept.gap?.id : kept.next?.id) ?? null;
    if (micromasteryId !== null && needId !== null) noteNeedInHand(micromasteryId, needId);
    if (writes.length > 0) {
      // Before it is durable, so that a second press does not keep it twice.
      change({ kept });
      await record(writes);
    }
    return needId;
  };
}

/** Whether everything typed is kept already as it stands. */
export function isKept(draft: FindDraft): boolean {
  return needWrites(draft, null, new Date(0)).writes.length === 0;
}
