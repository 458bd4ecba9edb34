import { mostBytesOf } from '../../engine/evidence/kinds.ts';
import {
  ARCHIVE_LIMITS,
  type ArchivedMedia,
  ArchiveManifest,
  FIRST_RECORD_NAMES,
  RECORD_NAMES,
  RECORDS,
  type RecordName,
} from './contract.ts';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, MANIFEST_NAME } from './format-contract.ts';
import { readZipParts, unpack, ZipFault, type ZipPart, type ZipSource } from './read-zip-file.ts';

export type ArchivedFacts = {
  readonly manifest: ArchiveManifest;
  /** The records of a kind, some at a time, each checked; what is wrong is said with the file and the line. */
  records<Name extends RecordName>(name: Name): Generator<ArchivedRecord<Name>[]>;
};
export type Archive = ArchivedFacts & {
  /** The bytes of a photo, a recording or a file that the manifest says it holds. They are what they are: unchecked. */
  bytesOf(media: ArchivedMedia): Generator<Uint8Array>;
};
export type ArchivedRecord<Name extends RecordName> = ReturnType<(typeof RECORDS)[Name]['parse']>;

export const dataName = (name: RecordName) => `data/${name}.jsonl`;
export const mediaName = (sha256: string) => `media/${sha256}`;

/** It names every photo, recording and file. */
const MANIFEST_BYTES = 16 * 2 ** 20;
const LONGEST_LINE = 256 * 1024;
const RECORDS_AT_A_TIME = 2_000;

/** Throws ZipFault where this is not an archive that this version reads. Records are checked as they are asked for. */
export function openArchive(source: ZipSource, limits = ARCHIVE_LIMITS): Archive {
  const parts = readZipParts(source, limits.parts);
  const manifest = readManifest(source, parts.get(MANIFEST_NAME));
  const isNewer = (name: RecordName) => !FIRST_RECORD_NAMES.some((first) => first === name);
  const partOf = (name: RecordName) => {
    const part = parts.get(dataName(name));
    if (part === undefined && manifest.version === 1 && isNewer(name)) return null;
    if (part === undefined) throw new ZipFault(`The archive is not whole: “${dataName(name)}” is missing.`);
    return part;
  };
  const dataBytes = RECORD_NAMES.reduce((sum, name) => sum + (partOf(name)?.size ?? 0), 0);
  if (dataBytes > limits.dataBytes) {
    const most = sizeInWords(limits.dataBytes);
    throw new ZipFault(`The file would unpack to more than ${most}, which no archive of Bottega does.`);
  }
  const mediaPart = mediaParts(parts, manifest, limits.fileBytes);
  return {
    manifest,
    bytesOf: (media) => unpack(source, mediaPart(media)),
    records: (name) => {
      const part = partOf(name);
      return part === null ? none() : readRecords(source, part, name, manifest.counts[name]);
    },
  };
}

/** Held against what the manifest says of them before one is unpacked: packed bytes could be anything of any size. */
function mediaParts(
  parts: ReadonlyMap<string, ZipPart>,
  { media }: ArchiveManifest,
  mostBytes: number,
): (media: ArchivedMedia) => ZipPart {
  const partOf = ({ sha256, bytes, contentType }: ArchivedMedia) => {
    const part = parts.get(mediaName(sha256));
    if (part === undefined || part.size !== bytes || bytes > mostBytesOf(contentType))
      throw new ZipFault(`The archive is not whole: “${mediaName(sha256)}” is missing, or of another size.`);
    return part;
  };
  const total = media.held.reduce((sum, one) => sum + partOf(one).size, 0);
  if (total > mostBytes) throw new ZipFault(`The file would unpack to more than ${sizeInWords(mostBytes)}.`);
  if (new Set(media.held.map(({ sha256 }) => sha256)).size < media.held.length)
    throw new ZipFault('The manifest of this archive names a recording twice.');
  return partOf;
}

/** A size as a person says it: “1 GB”. */
export function sizeInWords(bytes: number): string {
  const gigabytes = bytes / 2 ** 30;
  return gigabytes < 1 ? `${bytes.toLocaleString('en')} bytes` : `${Math.round(gigabytes)} GB`;
}

function readManifest(source: ZipSource, part: ZipPart | undefined): ArchiveManifest {
  const none = new ZipFault(
    'This is not an archive of Bottega: it has no manifest that says so. “bottega export” writes one.',
  );
  if (part === undefined || part.size > MANIFEST_BYTES) throw none;
  let text = '';
  const decoder = new TextDecoder();
  for (const piece of unpack(source, part)) text += decoder.decode(piece, { stream: true });
  const found = parseJson(text);
  const isOurs =
    typeof found === 'object' && found !== null && 'format' in found && found.format === ARCHIVE_FORMAT;
  if (!isOurs) throw none;
  if ('version' in found && typeof found.version === 'number' && found.version > ARCHIVE_VERSION) {
    throw new ZipFault(
      'This archive was written by a newer Bottega. Import it there, or bring this one up to date first.',
    );
  }
  const manifest = ArchiveManifest.safeParse(found);
  if (!manifest.success) throw new ZipFault('The manifest of this archive is damaged.');
  return manifest.data;
}

function* none(): Generator<never> {}

function* readRecords<Name extends RecordName>(
  source: ZipSource,
  part: ZipPart,
  name: Name,
  expected: number,
): Generator<ArchivedRecord<Name>[]> {
  let line = 0;
  let some: ArchivedRecord<Name>[] = [];
  for (const text of readLines(source, part)) {
    line += 1;
    if (line > expected) break;
    const record = RECORDS[name].safeParse(parseJson(text));
    if (!record.success) {
      const issue = record.error.issues[0];
      throw new ZipFault(
        `${part.name}, line ${line}: ${issue?.path.join('.') || 'the line'}: ${issue?.message}.`,
      );
    }
    some.push(record.data as ArchivedRecord<Name>);
    if (some.length < RECORDS_AT_A_TIME) continue;
    yield some;
    some = [];
  }
  if (line !== expected) {
    throw new ZipFault(
      `The archive is not whole: its manifest promises ${expected} lines in ${part.name}, and there are ${line > expected ? 'more' : line}.`,
    );
  }
  if (some.length > 0) yield some;
}

function* readLines(source: ZipSource, part: ZipPart): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for (const piece of unpack(source, part)) {
    let text: string;
    try {
      text = rest + decoder.decode(piece, { stream: true });
    } catch {
      throw new ZipFault(`${part.name} is not UTF-8 text. The file is damaged.`);
    }
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      yield text.slice(start, end);
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > LONGEST_LINE)
      throw new ZipFault(`${part.name} has a line that is longer than any of Bottega’s.`);
  }
  if (rest !== '') yield rest;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
