import type { Write } from '../../ui/offline/pending-write.ts';
import type { AimBody, AimResultBody } from '../practice/choice-contract.ts';

export type Outcome = AimResultBody['outcome'];

/** As much as an aim may hold. */
export const LONGEST_AIM = 160;
const LONGEST_NOTE = 500;

/** The one thing to change in a sitting, and what the learner saw come of it. */
export type Aim = {
  readonly aimId: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly setAt: number;
  readonly result: { readonly outcome: Outcome; readonly note: string; readonly toldAt: number } | null;
};

type Sitting = { readonly practiceId: string; readonly sessionId: string; readonly aim: Aim | null };

/** Nothing where there is no aim. */
export function aimWrite({ practiceId, sessionId, aim }: Sitting): readonly Write[] {
  if (aim === null) return [];
  const body: AimBody = { sessionId, text: aim.text, setAt: new Date(aim.setAt).toISOString() };
  return [{ path: `/api/aims/${aim.aimId}`, body, practiceId }];
}

/** Nothing where the learner said nothing of it: a note alone is no result. */
export function resultWrites({ practiceId, aim }: Pick<Sitting, 'practiceId' | 'aim'>): readonly Write[] {
  if (aim === null || aim.result === null) return [];
  const { outcome, note, toldAt } = aim.result;
  const text = note.trim().slice(0, LONGEST_NOTE).trim();
  const body: AimResultBody = {
    outcome,
    note: text === '' ? null : text,
    toldAt: new Date(toldAt).toISOString(),
  };
  return [{ path: `/api/aims/${aim.aimId}/result`, body, practiceId }];
}
