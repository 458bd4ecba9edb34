import { z } from 'zod';

/**
 * A backup is gzip around lines of text, so that `zcat` shows it:
 *
 *     {"bottegaBackup":1, ...}                          BackupHeader
 *     {"table":"bottega.space","columns":[...]}         BackupTable, in the order of foreign keys
 *     one line a row, as COPY writes it in text format
 *     \.
 *     ... more tables ...
 *     {"media":"<space>/<sha256>","bytes":1234}         BackupMedia, and then so many bytes as they are, and a line break
 *     ... more photos, recordings and files ...
 *     {"rows":{...},"sequences":{...},"sha256":"..."}   BackupTrailer
 *
 * COPY's text is the same for every version of PostgreSQL, loses nothing, and never has a line of `\.` of its own.
 */
export const FORMAT = 2;
/** Without photos, recordings and files it is what the first version wrote, and that can read it. */
export const FORMAT_WITHOUT_MEDIA = 1;

export const END_OF_ROWS = Buffer.from('\\.\n');

/** Longer than any line that is not a row; a file that is none of ours may be one endless line. */
export const LONGEST_LINE_BYTES = 1_000_000;

export const BackupHeader = z.object({
  bottegaBackup: z.int(),
  /** Of Bottega; shown as it is, so nothing that a terminal would carry out. */
  version: z.string().regex(/^[\w.+-]{1,60}$/),
  /** Applied to the database when it was taken, in their order. */
  migrations: z.array(z.string()).min(1),
  takenAt: z.iso.datetime(),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** `table` with its schema, as in "bottega.attempt". */
export const BackupTable = z.object({ table: z.string(), columns: z.array(z.string()) });
export type BackupTable = z.infer<typeof BackupTable>;

export const BackupMedia = z.object({
  media: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{64}$/),
  bytes: z.int().min(1),
});

export const MediaCount = z.object({
  /** In the backup, each whole. */
  files: z.int().nonnegative(),
  /** Have a row and no bytes: their file was missing where the backup was taken, or was not what it had been. */
  lost: z.int().nonnegative(),
});
export type MediaCount = z.infer<typeof MediaCount>;

export const BackupTrailer = z.object({
  rows: z.record(z.string(), z.int().nonnegative()),
  /** The last number that each sequence gave out; one that gave none is left out. */
  sequences: z.record(z.string(), z.string().regex(/^-?\d+$/)),
  media: MediaCount.default({ files: 0, lost: 0 }),
  /** Of everything before this line. */
  sha256: z.string(),
});
export type BackupTrailer = z.infer<typeof BackupTrailer>;

/** What is known of a backup once all of it was read. */
export type BackupSummary = {
  readonly version: string;
  readonly migrations: readonly string[];
  readonly takenAt: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly media: MediaCount;
  readonly sha256: string;
};

export function countRows(summary: BackupSummary): number {
  return Object.values(summary.rows).reduce((sum, rows) => sum + rows, 0);
}

/** In COPY's text a line is a row: a line break inside a value is written as `\n`. */
export function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
