import type { Micromastery } from '../../features/library/contract.ts';
import type { PayoffBody, PracticeBody } from '../../features/practice/contract.ts';
import { newId } from '../offline/device.ts';

/** A payoff without the practice that it belongs to. */
export type PayoffDraft = Omit<PayoffBody, 'practiceId' | 'setAt'>;

export type Beginning = {
  readonly practiceId: string;
  /** To be recorded in this order: a payoff belongs to a practice. */
  readonly writes: readonly [{ path: string; body: PracticeBody }, { path: string; body: PayoffBody }];
};

type Begin = {
  readonly design: Pick<Micromastery, 'id' | 'version' | 'payoff' | 'title'>;
  readonly needId: string | null;
  /** Null: practise without a target; the measure is the one that the design suggests. */
  readonly payoff: PayoffDraft | null;
  readonly now: Date;
};

/** Takes a micromastery up. The payoff always has a measure, so that every take can be counted. */
export function beginPractice({ design, needId, payoff, now }: Begin): Beginning {
  const practiceId = newId();
  const at = now.toISOString();
  return {
    practiceId,
    writes: [
      {
        path: `/api/practices/${practiceId}`,
        body: { micromasteryId: design.id, micromasteryVersion: design.version, needId, startedAt: at },
      },
      {
        path: `/api/payoffs/${newId()}`,
        body: { ...(payoff ?? payoffWithoutTarget(design)), practiceId, setAt: at },
      },
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
