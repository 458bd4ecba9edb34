import { createReadStream } from 'node:fs';
import { mediaPath, sizeOfFile } from '../../platform/media/media-folder.ts';
import { listMedia } from '../../platform/media/store.ts';
import { Refusal } from '../../platform/problems.ts';
import {
  type ArchivedMedia,
  type ArchiveLimits,
  type ArchiveManifest,
  MOST_MEDIA_NAMED,
  type RecordName,
} from './contract.ts';
import type { ArchivePorts } from './ports.ts';
import type { Snapshot } from './store.ts';

/** What a ZIP file says of one part, at the most, with the name that ours have. */
const PART_BYTES = 1_000;
/** What the manifest and README.md say of one, whether it is there or not. */
const NAME_BYTES = 400;

type Around = {
  readonly limits: ArchiveLimits;
  /** Of what lies in data/, unpacked. */
  readonly dataBytes: number;
  readonly counts: readonly (readonly [RecordName, number])[];
};

/**
 * Which photos, recordings and files an archive has room for, the newest first; what does not fit is named. Before them
 * goes data/, and as much again of what repeats it to read: neither packs to more than it is unpacked.
 */
export async function chooseMedia(
  { folder }: ArchivePorts,
  { trx }: Snapshot,
  spaceId: string,
  { limits, dataBytes, counts }: Around,
): Promise<ArchiveManifest['media']> {
  const all = await listMedia(trx, spaceId, MOST_MEDIA_NAMED + 1);
  if (all.length > MOST_MEDIA_NAMED) {
    throw new Refusal('too-large', {
      detail: `An archive may name ${MOST_MEDIA_NAMED.toLocaleString('en')} photos, recordings and files, and you have more. Ask whoever runs this server for a backup (“bottega backup”), which holds everything.`,
    });
  }
  const count = (wanted: RecordName) => counts.find(([name]) => name === wanted)?.[1] ?? 0;
  const pages =
    Math.min(count('practices'), limits.pages) * 2 + Math.min(count('micromasteries'), limits.pages);
  const others = PART_BYTES * (counts.length + 2 + pages) + NAME_BYTES * all.length;
  let room = limits.fileBytes - 2 * dataBytes - others;
  const held: ArchivedMedia[] = [];
  const leftOut: ArchivedMedia[] = [];
  for (const media of all) {
    const taken = media.bytes + PART_BYTES;
    const isHere = (await sizeOfFile(mediaPath(folder, spaceId, media.sha256))) === media.bytes;
    const fits = isHere && taken <= room && held.length < limits.media;
    (fits ? held : leftOut).push(media);
    if (fits) room -= taken;
  }
  return { held, leftOut };
}

/** Read as it is asked for. */
export async function* readMediaFile(
  { folder }: ArchivePorts,
  spaceId: string,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  yield* createReadStream(mediaPath(folder, spaceId, sha256));
}
