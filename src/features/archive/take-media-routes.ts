import { keepMedia, releaseMedia } from '../../platform/media/keep-media.ts';
import { dropTaken, type TakenMedia, takeMedia } from '../../platform/media/take-media.ts';
import { type Archive, mediaName } from './archive-file.ts';
import type { ArchiveReport } from './contract.ts';
import type { ArchivePorts } from './ports.ts';
import { ZipFault } from './read-zip-file.ts';

type MediaReport = ArchiveReport['media'];

/**
 * Takes the bytes of an archive first and the facts that name them then, so that no fact of it stands here without them;
 * where the facts are refused, the bytes that came with them go again. Every file is checked before one is kept.
 */
export async function withItsMedia(
  ports: ArchivePorts,
  spaceId: string,
  archive: Archive,
  takeFacts: () => Promise<Omit<ArchiveReport, 'media'>>,
): Promise<ArchiveReport> {
  const added = await keepAll(ports, spaceId, await unpackAll(ports, spaceId, archive));
  const { held, leftOut } = archive.manifest.media;
  const media: MediaReport = {
    inArchive: held.length,
    added: added.length,
    known: held.length - added.length,
    leftOut: leftOut.length,
  };
  try {
    return { ...(await takeFacts()), media };
  } catch (error) {
    for (const sha256 of added) await releaseMedia(ports, spaceId, sha256);
    throw error;
  }
}

async function unpackAll(ports: ArchivePorts, spaceId: string, archive: Archive): Promise<TakenMedia[]> {
  const taken: TakenMedia[] = [];
  try {
    for (const media of archive.manifest.media.held) {
      const outcome = await takeMedia(ports, spaceId, media, archive.bytesOf(media));
      if ('fault' in outcome)
        throw new ZipFault(`“${mediaName(media.sha256)}” cannot be taken. ${outcome.fault}`);
      taken.push(outcome);
    }
    return taken;
  } catch (error) {
    await dropTaken(taken);
    throw error;
  }
}

/** Answers those that were not here before. */
async function keepAll(
  ports: ArchivePorts,
  spaceId: string,
  taken: readonly TakenMedia[],
): Promise<string[]> {
  const added: string[] = [];
  try {
    for (const one of taken) {
      const { path, media } = one;
      if ((await keepMedia(ports, spaceId, path, media)) === 'stored') added.push(media.sha256);
    }
    return added;
  } catch (error) {
    await dropTaken(taken);
    // Where the database is away, the sweep does it.
    for (const sha256 of added) await releaseMedia(ports, spaceId, sha256).catch(() => false);
    throw error;
  }
}
