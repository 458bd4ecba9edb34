import type { ProblemCode, ProblemError } from '../../platform/contract.ts';

/** A fact to be recorded: always a PUT to an id that this device made, so that sending it again changes nothing. */
export type Write = {
  readonly path: string;
  readonly body: unknown;
  /** Whose practice it is about, where the body does not say: lets a retraction show at once. */
  readonly practiceId?: string;
};

/** `conflict`: home keeps something else under this id. `refused`: home cannot take it, `problem` says why. */
export type WriteState = 'kept' | 'conflict' | 'refused';

export type WriteProblem = {
  readonly code: ProblemCode;
  readonly title: string;
  readonly errors: readonly ProblemError[];
  /** With a conflict: what home keeps, in the names of the contract. */
  readonly stored: unknown;
};

/** A write that home has not confirmed yet. `place` is its turn in the queue of this device. */
export type PendingWrite = Write & {
  readonly place: number;
  readonly spaceId: string;
  readonly state: WriteState;
  readonly problem: WriteProblem | null;
};
