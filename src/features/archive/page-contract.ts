import type { Measure } from '../../engine/measure/measure.ts';
import type { MicromasteryDesign } from '../library/contract.ts';

/** What the readable page of a practice says. Days are the learner's own where an attempt told them, or say UTC. */
export type PracticeSummary = {
  readonly id: string;
  readonly design: MicromasteryDesign;
  readonly startedDay: string;
  readonly needText: string | null;
  /** The one in force first. */
  readonly payoffs: readonly (Measure & {
    readonly statement: string;
    readonly howMeasured: string | null;
    readonly setDay: string;
  })[];
  readonly attempts: number;
  /** The newest hundred, newest first. */
  readonly sessions: readonly {
    readonly day: string;
    readonly attempts: number;
    readonly median: number | null;
    readonly line: string | null;
  }[];
  readonly sessionsTotal: number;
  readonly conditionNames: readonly string[];
};

/** An attempt as a row of a spreadsheet; what was said of it is joined, where two edits met. */
export type AttemptLine = {
  readonly startedAt: string;
  readonly localDay: string;
  readonly sessionId: string;
  readonly sequence: number;
  readonly value: number | null;
  readonly kind: string;
  readonly unit: string;
  readonly durationSeconds: number | null;
  readonly source: string;
  readonly isRetracted: boolean;
  readonly feel: string | null;
  readonly note: string | null;
  readonly tags: string | null;
  readonly conditions: Readonly<Record<string, string>>;
};
