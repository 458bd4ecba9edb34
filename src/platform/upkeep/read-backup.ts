import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { CommandFault } from '../command-line/run-command.ts';
import {
  BackupHeader,
  BackupMedia,
  type BackupSummary,
  BackupTable,
  BackupTrailer,
  countLines,
  END_OF_ROWS,
  FORMAT,
  LONGEST_LINE_BYTES,
} from './backup-format.ts';

export type BackupPart =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'table'; readonly table: string; readonly columns: readonly string[] }
  /** Whole rows or parts of rows of the table before, as COPY takes them. */
  | { readonly kind: 'rows'; readonly bytes: Buffer }
  | { readonly kind: 'table-end'; readonly table: string; readonly rows: number }
  | { readonly kind: 'media'; readonly spaceId: string; readonly sha256: string }
  /** Of the one before. */
  | { readonly kind: 'media-bytes'; readonly bytes: Buffer }
  | { readonly kind: 'media-end' }
  /** Comes once everything before it was found to be as it was written. */
  | { readonly kind: 'trailer'; readonly trailer: BackupTrailer };

/** Reads a whole backup and answers what is in it; throws CommandFault where anything is missing or altered. */
export async function checkBackup(file: string): Promise<BackupSummary> {
  let header: BackupHeader | undefined;
  let trailer: BackupTrailer | undefined;
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'trailer') trailer = part.trailer;
  }
  if (header === undefined || trailer === undefined) throw damaged(file, 'its end is missing');
  const { version, migrations, takenAt } = header;
  const { rows, media, sha256 } = trailer;
  return { version, migrations, takenAt, rows, media, sha256 };
}

/** Needs no more memory for a larger file. Throws CommandFault where anything is missing or altered. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const gunzip = createGunzip();
  // An error of the file ends the reading below with that error, so that nothing is left to tell the callback.
  const content = pipeline(createReadStream(file), gunzip, () => {});
  const reader = new BackupReader(file);
  try {
    for await (const chunk of content) yield* reader.read(chunk);
  } catch (error) {
    throw faultOf(error, file);
  }
  reader.finish();
}

type State = 'header' | 'line' | 'rows' | 'media' | 'end';

class BackupReader {
  readonly #file: string;
  readonly #hash = createHash('sha256');
  readonly #rows = new Map<string, number>();
  #state: State = 'header';
  #table = '';
  /** Bytes of a file that are still to come, with the line break behind them. */
  #left = 0;
  /** Not understood yet. In `rows` it begins with the byte before the next one, to see where a line begins. */
  #unread = Buffer.alloc(0);

  constructor(file: string) {
    this.#file = file;
  }

  *read(chunk: Buffer): Generator<BackupPart> {
    this.#unread = Buffer.concat([this.#unread, chunk]);
    for (let before = -1; before !== this.#unread.length; ) {
      before = this.#unread.length;
      if (this.#state === 'rows') yield* this.#readRows();
      else if (this.#state === 'media') yield* this.#readMedia();
      else yield* this.#readLine();
    }
  }

  finish(): void {
    if (this.#state !== 'end') throw damaged(this.#file, 'its end is missing');
  }

  *#readLine(): Generator<BackupPart> {
    const end = this.#unread.indexOf(10);
    if (end > LONGEST_LINE_BYTES || (end === -1 && this.#unread.length > LONGEST_LINE_BYTES))
      throw foreign(this.#file);
    if (end === -1) return;
    const line = this.#unread.subarray(0, end + 1);
    const value = parseJson(line.toString());
    if (this.#state === 'end') throw damaged(this.#file, 'something follows its end');
    if (this.#state === 'header') {
      yield { kind: 'header', header: this.#parseHeader(value) };
    } else if (typeof value === 'object' && value !== null && 'sha256' in value) {
      yield { kind: 'trailer', trailer: this.#checkTrailer(value) };
      this.#unread = this.#unread.subarray(end + 1);
      return;
    } else if (typeof value === 'object' && value !== null && 'media' in value) {
      yield this.#beginMedia(value);
    } else {
      yield this.#beginTable(value);
    }
    this.#hash.update(line);
    // In `rows` the line's own end is kept as the byte before the next.
    this.#unread = this.#unread.subarray(this.#state === 'rows' ? end : end + 1);
  }

  #parseHeader(value: unknown): BackupHeader {
    if (typeof value !== 'object' || value === null || !('bottegaBackup' in value)) throw foreign(this.#file);
    if (typeof value.bottegaBackup === 'number' && value.bottegaBackup > FORMAT) {
      throw new CommandFault(
        `${this.#file} was made by a newer Bottega, in a form this one does not know. Nothing was changed: restore it with that version.`,
      );
    }
    this.#state = 'line';
    return this.#parse(BackupHeader, value);
  }

  #beginTable(value: unknown): BackupPart {
    const { table, columns } = this.#parse(BackupTable, value);
    if (this.#rows.has(table)) throw damaged(this.#file, `${table} comes twice`);
    this.#rows.set(table, 0);
    this.#table = table;
    this.#state = 'rows';
    return { kind: 'table', table, columns };
  }

  #beginMedia(value: object): BackupPart {
    const { media, bytes } = this.#parse(BackupMedia, value);
    const [spaceId = '', sha256 = ''] = media.split('/');
    this.#left = bytes + 1;
    this.#state = 'media';
    return { kind: 'media', spaceId, sha256 };
  }

  *#readMedia(): Generator<BackupPart> {
    const bytes = this.#unread.subarray(0, this.#left);
    if (bytes.length === 0) return;
    this.#hash.update(bytes);
    this.#unread = this.#unread.subarray(bytes.length);
    this.#left -= bytes.length;
    const isEnd = this.#left === 0;
    if (isEnd && bytes.at(-1) !== 10)
      throw damaged(this.#file, 'a recording has another length than it says');
    const content = isEnd ? bytes.subarray(0, -1) : bytes;
    if (content.length > 0) yield { kind: 'media-bytes', bytes: content };
    if (!isEnd) return;
    this.#state = 'line';
    yield { kind: 'media-end' };
  }

  *#readRows(): Generator<BackupPart> {
    const end = this.#unread.indexOf(LINE_END_OF_ROWS);
    // Where the end is not in sight, its first bytes may be the last we have.
    const to = end === -1 ? this.#unread.length - END_OF_ROWS.length : end + 1;
    if (to > 1) {
      const bytes = this.#unread.subarray(1, to);
      this.#hash.update(bytes);
      this.#rows.set(this.#table, (this.#rows.get(this.#table) ?? 0) + countLines(bytes));
      yield { kind: 'rows', bytes };
      this.#unread = this.#unread.subarray(to - 1);
    }
    if (end === -1) return;
    this.#hash.update(END_OF_ROWS);
    yield { kind: 'table-end', table: this.#table, rows: this.#rows.get(this.#table) ?? 0 };
    this.#unread = this.#unread.subarray(LINE_END_OF_ROWS.length);
    this.#state = 'line';
  }

  #checkTrailer(value: object): BackupTrailer {
    const trailer = this.#parse(BackupTrailer, value);
    if (trailer.sha256 !== this.#hash.digest('hex')) throw damaged(this.#file, 'its checksum does not match');
    const counted = Object.entries(trailer.rows);
    const isCounted =
      counted.length === this.#rows.size && counted.every(([table, rows]) => this.#rows.get(table) === rows);
    if (!isCounted) throw damaged(this.#file, 'rows are missing');
    this.#state = 'end';
    return trailer;
  }

  #parse<T>(schema: z.ZodType<T>, value: unknown): T {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw damaged(this.#file, 'a line is not as Bottega writes it');
    return parsed.data;
  }
}

const LINE_END_OF_ROWS = Buffer.concat([Buffer.from('\n'), END_OF_ROWS]);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function foreign(file: string): CommandFault {
  return new CommandFault(`${file} is not a backup of Bottega. Nothing was changed.`);
}

function damaged(file: string, what: string): CommandFault {
  return new CommandFault(`${file} is damaged: ${what}. Nothing was changed: use another backup.`);
}

function faultOf(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error ? error.message : '';
  if (reason === 'incorrect header check') return foreign(file);
  if (reason === 'unexpected end of file') return damaged(file, 'its end is missing');
  if (code.startsWith('Z_')) return damaged(file, 'it cannot be unpacked');
  if (code === 'ENOENT') return new CommandFault(`There is no file ${file}. Nothing was changed.`);
  if (code === 'EISDIR') return new CommandFault(`${file} is a folder, not a backup. Nothing was changed.`);
  if (code === 'EACCES' || code === 'EPERM') {
    return new CommandFault(`This user may not read ${file}. Nothing was changed.`);
  }
  return error;
}
