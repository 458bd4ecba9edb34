import { z } from 'zod';
import { Moment } from '../../platform/contract.ts';
import { MicromasteryDesign, MicromasteryId } from '../library/contract.ts';
import { NeedBody, NeedId } from '../needs/contract.ts';
import {
  AttemptBody,
  FactId,
  PayoffBody,
  PracticeBody,
  RemarkBody,
  RetractionBody,
  SessionBody,
  SessionEndBody,
} from '../practice/contract.ts';

export const ARCHIVE_FORMAT = 'bottega-archive';
/** Raised where an older Bottega could misread what a newer one wrote. */
export const ARCHIVE_VERSION = 1;
export type ArchiveLimits = {
  /** Of the file. */
  readonly fileBytes: number;
  /** Of all that lies in data/, unpacked; an import unpacks nothing else. */
  readonly dataBytes: number;
  /** Files in it. */
  readonly parts: number;
  /** Practices, and micromasteries of one’s own, that have files of their own to read; all are in data/. */
  readonly pages: number;
};
/**
 * What an export writes, an import takes: both keep to these. A million attempts take about 60 MB, and 400 MB unpacked.
 * A ZIP file counts its parts in 16 bits and its bytes in 32.
 */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  fileBytes: 2 ** 30,
  dataBytes: 2 ** 30,
  parts: 20_000,
  pages: 6_500,
};

/** What an archive holds, each in data/<name>.jsonl: one JSON object a line. In an order in which each refers back only. */
export const RECORDS = {
  needs: NeedBody.extend({ id: NeedId }),
  micromasteries: z.object({
    id: MicromasteryId,
    version: z.int().min(1).max(10_000),
    isOwn: z.boolean().describe('False: of the library, carried along because something here follows it.'),
    design: MicromasteryDesign,
  }),
  'need-matches': z.object({ needId: NeedId, micromasteryId: MicromasteryId, matchedAt: Moment }),
  practices: PracticeBody.extend({ id: FactId }),
  payoffs: PayoffBody.safeExtend({ id: FactId }),
  sessions: SessionBody.extend({ id: FactId }),
  'session-ends': SessionEndBody.extend({ sessionId: FactId }),
  attempts: AttemptBody.extend({ id: FactId }),
  retractions: RetractionBody.extend({ id: FactId }),
  remarks: RemarkBody.extend({ id: FactId }),
} as const;
export type RecordName = keyof typeof RECORDS;
export const RECORD_NAMES = [
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

export const ArchiveManifest = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.int().min(1),
  bottega: z.string().max(60).describe('The version that wrote it.'),
  exportedAt: Moment,
  counts: z.record(z.enum(RECORD_NAMES), z.int().min(0)),
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
    keptAsOwn: z
      .array(z.string())
      .max(1000)
      .describe('Micromasteries that this library does not have, or not in that version; now your own.'),
  })
  .meta({ id: 'ArchiveReport' });
export type ArchiveReport = z.infer<typeof ArchiveReport>;
