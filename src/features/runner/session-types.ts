import type { CardDraw } from '../../engine/challenge/draw-card.ts';
import type { Work, WorkOf } from '../../engine/session/work.ts';
import type { AideLevel } from '../../engine/support/aide.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import type { FollowedLevel } from '../../ui/play/follow-difficulty.ts';
import type { AttemptBody } from '../practice/contract.ts';
import type { Aim } from './session-aim.ts';
import type { SessionDraw } from './session-draws.ts';
import type { Shown } from './session-showing.ts';
import type { SessionFlow, SessionSure } from './session-sure.ts';
import type { SessionTwist } from './session-twist.ts';

/** What a learner says of a take. All of it may be empty. */
export type TakeNote = {
  readonly text: string;
  readonly tags: readonly string[];
  readonly feel: number | null;
};

export type Take = {
  readonly attemptId: string;
  readonly sequence: number;
  readonly value: number | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly localDay: string;
  readonly durationSeconds: number | null;
  readonly conditions: AttemptBody['conditions'];
  readonly isRetracted: boolean;
  /** Id of the remark in force, and what it says. */
  readonly remarkId: string | null;
  readonly note: TakeNote;
};

/** The take that is being made. */
export type CurrentTake = {
  /** When it began, in milliseconds since 1970; null until its clock first ran. */
  readonly startedAt: number | null;
  /** Time that its clock has run, up to `runningSince`. */
  readonly elapsedMilliseconds: number;
  /** Reading of the page's own steady clock since when it runs; null while it stands. */
  readonly runningSince: number | null;
  readonly hits: number;
  readonly misses: number;
  /** As typed on the number pad; null while it is not in use. */
  readonly typed: string | null;
  /** Places of the items that are ticked, or readings of the steady clock at each tap; by the way it is measured. */
  readonly marks?: readonly number[];
  /** What was written or pasted, where words are counted. */
  readonly written?: string;
  readonly note: TakeNote;
  /** The page was closed while its clock ran: what it shows is not the whole time. */
  readonly isCutOff: boolean;
};

/** One variable held at one level, for this take and those after it. */
export type Level = { readonly variable: string; readonly level: string };

/** A sitting as this device keeps it: enough to go on exactly there after a reload or a flat battery. */
export type RunningSession = {
  readonly practiceId: string;
  readonly sessionId: string;
  readonly isFloor: boolean;
  readonly minutes: number | null;
  readonly work: Work;
  /** Which part, where it is part work. */
  readonly part: string | null;
  /** What holds for every take, as it was set: where the attention goes, a second task, the order of the steps. */
  readonly held?: AttemptBody['conditions'] | undefined;
  /** Payoffs that takes are measured by in turn; none: the one in force. */
  readonly measures?: readonly string[] | undefined;
  /** The one thing to change. */
  readonly aim: Aim | null;
  /** What there is to tell of a showing. */
  readonly shown: Shown | null;
  readonly startedAt: number;
  readonly takes: readonly Take[];
  readonly current: CurrentTake;
  /** The take that was logged last as it stood then, so that a slip of the finger costs nothing of it. */
  readonly logged?: { readonly attemptId: string; readonly current: CurrentTake };
  readonly level: Level | null;
  /** The learner said so, or said as usual, in this sitting. */
  readonly isLevelChosen?: boolean;
  /** Of each running experiment; an app of before kept none. */
  readonly draws?: readonly SessionDraw[];
  /** The challenge of the take at hand. */
  readonly twist?: SessionTwist | null;
  readonly played?: readonly CardDraw[];
  /** What the learner said of the take at hand, before it. */
  readonly sure?: SessionSure | null;
  /** How the sitting was, as far as it was said. */
  readonly flow?: SessionFlow;
  readonly difficulty?: FollowedLevel | null;
  /** Whether takes are made with what lies at hand; left out while nobody knows. */
  readonly aide?: AideLevel;
  readonly phase: 'running' | 'ended';
  readonly endedAt: number | null;
  /** One line for next time, as far as it is written. */
  readonly line: string;
  /** When it last changed, in milliseconds since 1970. */
  readonly savedAt: number;
};

/** Readings of both clocks at one moment: the calendar's, and the page's, which never jumps. */
export type Moment = { readonly epoch: number; readonly steady: number };

/** What a sitting is, as it was chosen. */
export type ChosenWork = WorkOf & Pick<RunningSession, 'held' | 'measures'>;

export type Step = { readonly session: RunningSession; readonly writes: readonly Write[] };
