import { z } from 'zod';
import { CONTENT_TYPES, EVIDENCE_KINDS, MEGABYTE, MOST_BYTES } from '../../engine/evidence/kinds.ts';
import { FactId, LocalDay, Moment, Sha256, words } from '../../platform/contract.ts';
import { MediaType } from '../../platform/media/contract.ts';

export const EvidenceBody = z
  .object({
    practiceId: FactId,
    attemptId: FactId.nullable(),
    sessionId: FactId.nullable(),
    kind: z.enum(EVIDENCE_KINDS),
    name: words(200).nullable(),
    contentType: MediaType,
    bytes: z.int().min(1).max(MOST_BYTES.video),
    sha256: Sha256.describe('Of the bytes, which come on their own: POST /api/uploads.'),
    durationSeconds: z.number().min(0).max(86_400).nullable(),
    madeAt: Moment,
  })
  .superRefine(({ kind, contentType, bytes }, context) => {
    const allowed: readonly string[] = CONTENT_TYPES[kind];
    if (!allowed.includes(contentType))
      context.addIssue({
        code: 'custom',
        path: ['contentType'],
        message: `is none of ${allowed.join(', ')}`,
      });
    if (bytes > MOST_BYTES[kind])
      context.addIssue({
        code: 'custom',
        path: ['bytes'],
        message: `is more than the ${MOST_BYTES[kind] / MEGABYTE} MB that one ${kind} may have`,
      });
  })
  .meta({ id: 'EvidenceBody' });
export type EvidenceBody = z.infer<typeof EvidenceBody>;

export const EvidenceRemovalBody = z.object({ removedAt: Moment }).meta({ id: 'EvidenceRemovalBody' });

export const ShowingRemovalBody = z.object({ removedAt: Moment }).meta({ id: 'ShowingRemovalBody' });

/** Shown to others. What was scored there is an attempt in a session of the work `showing`. */
export const ShowingBody = z
  .object({
    practiceId: FactId,
    sessionId: FactId.nullable(),
    heldDay: LocalDay,
    audience: z.int().min(1).max(1_000_000),
    occasion: words(160).nullable(),
    quote: words(500).nullable().describe('One thing that somebody said.'),
    quotedFrom: words(120).nullable(),
    toldAt: Moment,
  })
  .meta({ id: 'ShowingBody' });
export type ShowingBody = z.infer<typeof ShowingBody>;

export const Evidence = EvidenceBody.safeExtend({
  id: FactId,
  isHere: z.boolean().describe('Whether its bytes have arrived at home.'),
}).meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

export const Showing = ShowingBody.extend({ id: FactId }).meta({ id: 'Showing' });
export type Showing = z.infer<typeof Showing>;

export const EvidenceList = z
  .object({
    practiceId: FactId,
    evidence: z.array(Evidence).max(200).describe('Newest first; what was removed is left out.'),
    showings: z.array(Showing).max(200).describe('Newest first; what was taken back is left out.'),
    next: FactId.nullable()
      .default(null)
      .describe('Pass as `before` for the recordings and files after these.'),
    nextShowing: FactId.nullable()
      .default(null)
      .describe('Pass as `showingsBefore` for the showings after these.'),
  })
  .meta({ id: 'EvidenceList' });
export type EvidenceList = z.infer<typeof EvidenceList>;

/** What an upload is announced with: in Upload-Metadata, and the bytes in Upload-Length. */
export const AnnouncedUpload = z.object({ sha256: Sha256, contentType: MediaType, bytes: z.int().min(1) });
export type AnnouncedUpload = z.infer<typeof AnnouncedUpload>;

/** How far an upload has come, and what it is to become. */
export const UploadState = AnnouncedUpload.extend({
  offset: z.int().min(0).describe('So many bytes have arrived; go on from there.'),
}).meta({ id: 'UploadState' });
export type UploadState = z.infer<typeof UploadState>;

/** The same content is here already: there is nothing to send. */
export const UploadHere = AnnouncedUpload.meta({ id: 'UploadHere' });
export type UploadHere = z.infer<typeof UploadHere>;
