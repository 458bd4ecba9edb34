import type { SpaceTransaction } from '../../platform/database.ts';
import { keepMedia, releaseMedia } from '../../platform/media/keep-media.ts';
import { holdMedia } from '../../platform/media/store.ts';
import { dropTaken, type TakenMedia, takeMedia } from '../../platform/media/take-media.ts';
import { type Archive, mediaName } from './archive-file.ts';
import type { ArchiveReport } from './contract.ts';
import type { ArchivePorts } from './ports.ts';
import { ZipFault } from './read-zip-file.ts';

/**
 * Takes the bytes of an archive first and the facts that name them then, so that no fact of it stands here without them;
 * where the facts are refused, the bytes that came with them go again. Every file is checked before one is kept, and none
 * that was here before goes until the facts that show it are.
 */
export async function withItsMedia(
  ports: ArchivePorts,
  spaceId: string,
  archive: Archive,
  takeFacts: (trx: SpaceTransaction) => Promise<Omit<ArchiveReport, 'media'>>,
): Promise<ArchiveReport> {
  const taken = await unpackAll(ports, spaceId, archive);
  const added: string[] = [];
  try {
    const report = await ports.store.inSpace(spaceId, async (trx) => {
      await holdMedia(trx);
      for (const { path, media } of taken)
        if ((await keepMedia(ports, spaceId, path, media)) === 'stored') added.push(media.sha256);
      return takeFacts(trx);
    });
    const { held, leftOut } = archive.manifest.media;
    const known = held.length - added.length;
    return {
      ...report,
      media: { inArchive: held.length, added: added.length, known, leftOut: leftOut.length },
    };
  } catch (error) {
    await dropTaken(taken);
    // Where the database is away, or a backup reads, the sweep does it.
    for (const sha256 of added) await releaseMedia(ports, spaceId, sha256).catch(() => false);
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
