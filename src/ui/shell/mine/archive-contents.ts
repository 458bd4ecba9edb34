import { countFigures } from '../../../engine/picture/count-words.ts';
import type { ArchiveManifest, ArchiveReport } from '../../../features/archive/contract.ts';
import {
  ARCHIVE_BYTES,
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  MANIFEST_NAME,
} from '../../../features/archive/format-contract.ts';
import { type ByteSource, readZipText } from './read-zip-text.ts';

/** What an archive says of itself, before any of it is sent: home holds it against what is really there. */
export type ArchiveContents = {
  readonly exportedAt: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Photos, recordings and files. */
  readonly media: number;
  readonly leftOut: number;
};

const NOT_OURS = 'This is not an archive of Bottega: it has no manifest that says so.';

/** Reads the manifest and nothing else. A fault is one sentence. */
export async function readContents(
  file: ByteSource,
): Promise<{ readonly contents: ArchiveContents } | { readonly fault: string }> {
  if (file.size > ARCHIVE_BYTES) return { fault: 'An archive has 1 GB at the most, and this file has more.' };
  const found = parsed(await readZipText(file, MANIFEST_NAME));
  if (found?.format !== ARCHIVE_FORMAT) return { fault: NOT_OURS };
  const { version, exportedAt, counts, media } = found;
  if (
    typeof version !== 'number' ||
    typeof exportedAt !== 'string' ||
    typeof counts !== 'object' ||
    counts === null
  )
    return { fault: 'The manifest of this archive is damaged.' };
  if (version > ARCHIVE_VERSION) {
    return {
      fault:
        'This archive was written by a newer Bottega. Take it in there, or bring this one up to date first.',
    };
  }
  const numbers = Object.entries(counts).filter(([, count]) => Number.isInteger(count));
  return {
    contents: {
      exportedAt,
      counts: Object.fromEntries(numbers),
      media: media?.held?.length ?? 0,
      leftOut: media?.leftOut?.length ?? 0,
    },
  };
}

function parsed(text: string | null): Partial<ArchiveManifest> | null {
  try {
    const found: unknown = JSON.parse(text ?? '');
    return typeof found === 'object' ? found : null;
  } catch {
    return null;
  }
}

/** The same of what was taken: as many as home found of each, which are here now. */
export function contentsOf({ exportedAt, counts, media }: ArchiveReport): ArchiveContents {
  const numbers = Object.entries(counts).map(([name, { inArchive }]) => [name, inArchive] as const);
  return {
    exportedAt,
    counts: Object.fromEntries(numbers),
    media: media.inArchive,
    leftOut: media.leftOut,
  };
}

const KINDS: readonly (readonly [name: string, one: string, several: string])[] = [
  ['needs', 'need', 'needs'],
  ['micromasteries', 'micromastery', 'micromasteries'],
  ['practices', 'practice', 'practices'],
  ['sessions', 'session', 'sessions'],
  ['attempts', 'take', 'takes'],
  ['remarks', 'note', 'notes'],
  ['experiments', 'experiment', 'experiments'],
];

/** "1 practice", "3 takes"; the kinds that nobody counts by hand are one number together. */
export function contentsWords({ counts, media }: ArchiveContents): readonly string[] {
  const named = KINDS.map(([name, one, several]) => [counts[name] ?? 0, one, several] as const);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const rest = all - named.reduce((sum, [count]) => sum + count, 0);
  return [
    ...named,
    [media, 'recording or file', 'recordings and files'] as const,
    [
      rest,
      'smaller entry, such as a plan or a setting',
      'smaller entries, such as plans and settings',
    ] as const,
  ]
    .filter(([count]) => count > 0)
    .map(([count, one, several]) => `${countFigures(count)} ${count === 1 ? one : several}`);
}

/** What of it is new here. */
export function addedWords({ counts, media }: ArchiveReport): string {
  const all = [...Object.values(counts), media];
  const added = all.reduce((sum, one) => sum + one.added, 0);
  const known = all.reduce((sum, one) => sum + one.known, 0);
  if (added === 0) return 'All of it was here already, the same in every part: nothing was changed.';
  const news = `${countFigures(added)} ${added === 1 ? 'entry is' : 'entries are'} new here`;
  return known === 0
    ? `${news}.`
    : `${news}, and ${countFigures(known)} were here already, or in the library.`;
}
