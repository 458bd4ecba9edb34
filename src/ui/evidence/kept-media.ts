import type { EvidenceKind, MediaType } from '../../engine/evidence/kinds.ts';
import type { Write } from '../offline/pending-write.ts';

/** What a recording or a file belongs to. */
export type MediaAbout = {
  readonly practiceId: string;
  readonly attemptId: string | null;
  readonly sessionId: string | null;
  readonly kind: EvidenceKind;
  readonly name: string | null;
  /** A file for the start of a session: the fact that it lies at hand names its hash, and none says that it is evidence. */
  readonly isAtHand: boolean;
};

/** Being recorded, or cut off while it was: its pieces lie on this device. */
export type Draft = {
  readonly id: string;
  readonly spaceId: string;
  readonly about: MediaAbout;
  readonly contentType: MediaType;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
};

/**
 * `waiting`: home has not confirmed that it has these bytes. `home`: it has, and this copy is for the time without a
 * network. `refused`: home does not take them, and `problem` says why.
 */
export type MediaState = 'waiting' | 'home' | 'refused';

/** Whole, and on this device. */
export type KeptMedia = {
  readonly spaceId: string;
  readonly sha256: string;
  /** Under which its pieces lie. */
  readonly draftId: string;
  readonly contentType: MediaType;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly state: MediaState;
  readonly problem: string | null;
  /** Where its upload goes on; null before it was begun. */
  readonly uploadAddress: string | null;
  /** What says to home what it is. Null for a file of which another fact says it. */
  readonly fact: Write | null;
  /** Something else than evidence shows it, such as the start of a session, also without a network. */
  readonly isAtHand: boolean;
  /** Whether the fact is in the queue of this device: it is put there again until this is known. */
  readonly isTold: boolean;
};

/** The device has no room left, or lets nothing be kept. Its message is for people. */
export class NoRoomOnDevice extends Error {}
