import { z } from 'zod';
import { FactId, Moment, Sha256 } from '../../platform/contract.ts';
import { MediaType } from '../../platform/media/contract.ts';
import { Setting } from '../../platform/people/settings-contract.ts';
import { PauseBody, PauseEndBody, PlacingBody, PlanAnswerBody } from '../agenda/contract.ts';
import { EvidenceBody, EvidenceRemovalBody, ShowingBody, ShowingRemovalBody } from '../evidence/contract.ts';
import { ExperimentBody, ExperimentDrawBody, ExperimentEndBody } from '../experiments/contract.ts';
import { MicromasteryDesign, MicromasteryId } from '../library/contract.ts';
import { NeedBody, NeedRevisionBody } from '../needs/contract.ts';
import {
  AimBody,
  AimResultBody,
  FollowingBody,
  PayoffChoiceBody,
  WishBody,
} from '../practice/choice-contract.ts';
import {
  AttemptBody,
  PayoffBody,
  PracticeBody,
  RemarkBody,
  RetractionBody,
  SessionBody,
  SessionEndBody,
} from '../practice/contract.ts';
import { PairingBody } from '../rub-pat/contract.ts';
import { SelfRatingBody } from '../self-ratings/contract.ts';
import {
  AtHandBody,
  IfThenPlanBody,
  IfThenUseBody,
  SupportCheckBody,
  SupportSlotBody,
} from '../support/contract.ts';
import { DifficultyBody, TwistCardBody, TwistDrawBody } from '../twists/contract.ts';
import { ARCHIVE_BYTES, ARCHIVE_FORMAT } from './format-contract.ts';

export type ArchiveLimits = {
  /** Of the file. */
  readonly fileBytes: number;
  /** Of all that lies in data/, unpacked; an import unpacks nothing else. */
  readonly dataBytes: number;
  /** Files in it. */
  readonly parts: number;
  /** Practices, and micromasteries of one’s own, that have files of their own to read; all are in data/. */
  readonly pages: number;
  /** Photos, recordings and files. */
  readonly media: number;
};
/**
 * What an export writes, an import takes: both keep to these. A million attempts take about 60 MB, and 400 MB unpacked.
 * A ZIP file counts its parts in 16 bits and its bytes in 32.
 */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  fileBytes: ARCHIVE_BYTES,
  dataBytes: 2 ** 30,
  parts: 40_000,
  pages: 6_500,
  media: 20_000,
};

/** What an archive holds, each in data/<name>.jsonl: one JSON object a line. In an order in which each refers back only. */
export const RECORDS = {
  needs: NeedBody.extend({ id: FactId }),
  micromasteries: z.object({
    id: MicromasteryId,
    version: z.int().min(1).max(10_000),
    isOwn: z.boolean().describe('False: of the library, carried along because something here follows it.'),
    design: MicromasteryDesign,
  }),
  'need-matches': z.object({ needId: FactId, micromasteryId: MicromasteryId, matchedAt: Moment }),
  practices: PracticeBody.extend({ id: FactId }),
  payoffs: PayoffBody.safeExtend({ id: FactId }),
  sessions: SessionBody.extend({ id: FactId }),
  'session-ends': SessionEndBody.extend({ sessionId: FactId }),
  attempts: AttemptBody.extend({ id: FactId }),
  retractions: RetractionBody.extend({ id: FactId }),
  remarks: RemarkBody.extend({ id: FactId }),
  'need-revisions': NeedRevisionBody.extend({ id: FactId }),
  followings: FollowingBody.extend({ id: FactId }),
  wishes: WishBody.extend({ id: FactId }),
  placings: PlacingBody.extend({ id: FactId }),
  'payoff-choices': PayoffChoiceBody.extend({ id: FactId }),
  'plan-answers': PlanAnswerBody.extend({ id: FactId }),
  pauses: PauseBody.safeExtend({ id: FactId }),
  'pause-ends': PauseEndBody.extend({ pauseId: FactId }),
  settings: Setting,
  aims: AimBody.extend({ id: FactId }),
  'aim-results': AimResultBody.extend({ aimId: FactId }),
  'support-slots': SupportSlotBody.extend({ id: FactId }),
  'support-checks': SupportCheckBody.safeExtend({ id: FactId }),
  'if-then-plans': IfThenPlanBody.extend({ id: FactId }),
  'if-then-uses': IfThenUseBody.extend({ id: FactId }),
  'at-hand': AtHandBody.safeExtend({ id: FactId }),
  showings: ShowingBody.extend({ id: FactId }),
  evidence: EvidenceBody.safeExtend({ id: FactId }),
  'evidence-removals': EvidenceRemovalBody.extend({ evidenceId: FactId }),
  'showing-removals': ShowingRemovalBody.extend({ showingId: FactId }),
  experiments: ExperimentBody.safeExtend({ id: FactId }),
  'experiment-draws': ExperimentDrawBody.extend({ id: FactId }),
  'experiment-ends': ExperimentEndBody.safeExtend({ experimentId: FactId }),
  pairings: PairingBody.extend({ id: FactId }),
  'twist-draws': TwistDrawBody.extend({ id: FactId }),
  'self-ratings': SelfRatingBody.safeExtend({ id: FactId }),
  'twist-cards': TwistCardBody.extend({ id: FactId }),
  difficulties: DifficultyBody.safeExtend({ id: FactId }),
} as const;
export type RecordName = keyof typeof RECORDS;
/** All that the first knew, so that an archive of it is whole without the others. */
export const FIRST_RECORD_NAMES = [
  'needs',
  'micromasteries',
  'need-matches',
  'practices',
  'payoffs',
  'sessions',
  'session-ends',
  'attempts',
  'retractions',
  'remarks',
] as const satisfies readonly RecordName[];
export const RECORD_NAMES = [
  ...FIRST_RECORD_NAMES,
  'need-revisions',
  'followings',
  'wishes',
  'placings',
  'payoff-choices',
  'plan-answers',
  'pauses',
  'pause-ends',
  'settings',
  'aims',
  'aim-results',
  'support-slots',
  'support-checks',
  'if-then-plans',
  'if-then-uses',
  'at-hand',
  'showings',
  'evidence',
  'evidence-removals',
  'showing-removals',
  'experiments',
  'experiment-draws',
  'experiment-ends',
  'pairings',
  'twist-draws',
  'self-ratings',
  'twist-cards',
  'difficulties',
] as const satisfies readonly RecordName[];

const NOTHING_COUNTED = Object.fromEntries(RECORD_NAMES.map((name) => [name, 0])) as Record<
  RecordName,
  number
>;

const ArchivedMedia = z.object({ sha256: Sha256, contentType: MediaType, bytes: z.int().min(1) });
export type ArchivedMedia = z.infer<typeof ArchivedMedia>;

/** As many as a manifest can name, of those that it holds and those that it leaves out together. */
export const MOST_MEDIA_NAMED = 60_000;

export const ArchiveManifest = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.int().min(1),
  bottega: z.string().max(60).describe('The version that wrote it.'),
  exportedAt: Moment,
  counts: z
    .partialRecord(z.enum(RECORD_NAMES), z.int().min(0))
    .transform((counts) => ({ ...NOTHING_COUNTED, ...counts }))
    .describe('An archive of before leaves out what it did not know.'),
  media: z
    .object({
      held: z.array(ArchivedMedia).max(MOST_MEDIA_NAMED).describe('Each in media/, under its hash.'),
      leftOut: z
        .array(ArchivedMedia)
        .max(MOST_MEDIA_NAMED)
        .describe('At home, and not in here: there was no room, or their file was missing.'),
    })
    .default({ held: [], leftOut: [] }),
});
export type ArchiveManifest = z.infer<typeof ArchiveManifest>;

const Taken = z.object({
  inArchive: z.int(),
  added: z.int(),
  known: z.int().describe('Were here already, the same in every part.'),
});

export const ArchiveReport = z
  .object({
    exportedAt: z.string(),
    counts: z.record(z.enum(RECORD_NAMES), Taken),
    media: Taken.extend({
      leftOut: z.int().describe('Named by the archive, and not in it: they stay where it was made.'),
    }),
    keptAsOwn: z
      .array(z.string())
      .max(1000)
      .describe('Micromasteries that this library does not have, or not in that version; now your own.'),
  })
  .meta({ id: 'ArchiveReport' });
export type ArchiveReport = z.infer<typeof ArchiveReport>;
