/** What is kept of files, whoever they belong to: nothing that a browser would run as a page. */
export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'audio/webm',
  'audio/mp4',
  'audio/ogg',
  'audio/mpeg',
  'audio/wav',
  'video/webm',
  'video/mp4',
  'application/pdf',
  'text/plain',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export const EVIDENCE_KINDS = ['photo', 'audio', 'video', 'file'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What may be kept, by what the bytes are, whatever a name or a header says of them. */
export const CONTENT_TYPES = {
  photo: ['image/jpeg', 'image/png', 'image/webp'],
  audio: ['audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav'],
  video: ['video/webm', 'video/mp4'],
  file: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'audio/mpeg', 'text/plain'],
} as const satisfies Record<EvidenceKind, readonly MediaType[]>;

export const MEGABYTE = 2 ** 20;
/** Ten minutes of video as phones record it; an hour of speech. */
export const MOST_BYTES = {
  photo: 20 * MEGABYTE,
  audio: 100 * MEGABYTE,
  video: 500 * MEGABYTE,
  file: 50 * MEGABYTE,
} as const satisfies Record<EvidenceKind, number>;

export function mayBe(kind: EvidenceKind, contentType: string): contentType is MediaType {
  const allowed: readonly string[] = CONTENT_TYPES[kind];
  return allowed.includes(contentType);
}

/** Of bytes whose kind nobody has said yet: as many as any kind that may be of this type. */
export function mostBytesOf(contentType: MediaType): number {
  return Math.max(
    ...EVIDENCE_KINDS.filter((kind) => mayBe(kind, contentType)).map((kind) => MOST_BYTES[kind]),
  );
}
