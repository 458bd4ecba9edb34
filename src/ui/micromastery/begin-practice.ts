import type { Place } from '../../engine/agenda/agenda.ts';
import type { Micromastery } from '../../features/library/contract.ts';
import type { PayoffBody, PracticeBody } from '../../features/practice/contract.ts';
import { placingWrite } from '../agenda/use-places.ts';
import { newId } from '../offline/device.ts';
import type { Write } from '../offline/pending-write.ts';

/** A payoff without the practice that it belongs to. */
export type PayoffDraft = Omit<PayoffBody, 'practiceId' | 'setAt'>;

export type Beginning = {
  readonly practiceId: string;
  /** To be recorded in this order: a payoff belongs to a practice. */
  readonly writes: readonly Write[];
};

type Begin = {
  readonly design: Pick<Micromastery, 'id' | 'version' | 'payoff' | 'title'>;
  readonly needId: string | null;
  /** Null: practise without a target; the measure is the one that the design suggests. */
  readonly payoff: PayoffDraft | null;
  readonly now: Date;
  /** Where it stands on the bench. */
  readonly place: Place;
};

/** Takes a micromastery up. The payoff always has a measure, so that every take can be counted. */
export function beginPractice({ design, needId, payoff, now, place }: Begin): Beginning {
  const practiceId = newId();
  const at = now.toISOString();
  const practice: PracticeBody = {
    micromasteryId: design.id,
    micromasteryVersion: design.version,
    needId,
    startedAt: at,
  };
  const payoffBody: PayoffBody = { ...(payoff ?? payoffWithoutTarget(design)), practiceId, setAt: at };
  return {
    practiceId,
    writes: [
      { path: `/api/practices/${practiceId}`, body: practice },
      { path: `/api/payoffs/${newId()}`, body: payoffBody },
      placingWrite(practiceId, place, now),
    ],
  };
}

/** The suggested measure and no target: it is counted, and never "reached". */
export function payoffWithoutTarget({ payoff, title }: Pick<Micromastery, 'payoff' | 'title'>): PayoffDraft {
  const open = { target: { low: null, high: null } };
  if (payoff === null) {
    const statement = `I can do it: ${title}`.slice(0, 200);
    return {
      ...open,
      statement,
      kind: 'pass',
      unit: 'held',
      direction: 'up',
      howMeasured: null,
      anchors: null,
    };
  }
  const { statement, kind, unit, direction, howMeasured, anchors } = payoff;
  return { ...open, statement, kind, unit, direction, howMeasured, anchors };
}
