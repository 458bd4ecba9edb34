import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { Refusal } from '../problems.ts';
import { listArriving, removeArriving } from './arriving.ts';
import { typeOf } from './content-type.ts';
import { adoptMedia, type MediaPorts, releaseMedia, settleGoing } from './keep-media.ts';
import {
  filesOf,
  mediaPath,
  namesIn,
  removeFile,
  removeSpaceFolders,
  spacesIn,
  uploadsOf,
} from './media-folder.ts';
import { readContent } from './read-content.ts';
import { isShown, listUnshown, readMedia, standingOfSpace, typeShown } from './store.ts';
import { finishUpload } from './uploads.ts';

export type SweepPorts = MediaPorts & { readonly clock: Clock; readonly log: Log };

const DAY_MILLISECONDS = 86_400_000;
/** An upload of which no byte has come for so long is given up; bytes that nothing came to show are, too. */
export const UNTOUCHED_DAYS = 7;
const GONE_AT_ONCE = 1_000;

/**
 * Puts right what a kill has left, and lets go of what nobody came back for:
 * - what has arrived in full and was not kept yet is kept,
 * - an upload that nobody goes on with goes after seven days,
 * - a file without a row gets its row where something shows it, and is left alone where nothing does (`bottega doctor`
 *   names it): it may belong to a database that this server was not given,
 * - bytes that nothing shows go after seven days: what shows them may come after them, from another device; those whose
 *   showing was ended go at once, where a backup kept them while it read,
 * - what an erased space has left behind goes.
 */
export async function sweepMedia(ports: SweepPorts, isEnded = () => false): Promise<void> {
  const { clock, log } = ports;
  const before = new Date(clock.now().getTime() - UNTOUCHED_DAYS * DAY_MILLISECONDS);
  for (const spaceId of await spacesIn(ports.folder)) {
    if (isEnded()) return;
    const standing = await ports.store.inSpace(spaceId, (trx) => standingOfSpace(trx, spaceId));
    if (standing === 'erased') await removeSpaceFolders(ports.folder, spaceId);
    // A folder that came from elsewhere, or a database that is not its own: nothing here can say what it is for.
    if (standing !== 'here') continue;
    await sweepUploads(ports, spaceId, before, log);
    await sweepFiles(ports, spaceId, isEnded);
    const unshown = await ports.store.inSpace(spaceId, (trx) =>
      listUnshown(trx, spaceId, before, GONE_AT_ONCE),
    );
    for (const sha256 of unshown) await releaseMedia(ports, spaceId, sha256);
  }
}

async function sweepUploads(ports: MediaPorts, spaceId: string, before: Date, log: Log): Promise<void> {
  const { folder } = ports;
  const arriving = await listArriving(folder, spaceId);
  for (const { id, arrived, bytes, touchedAt } of arriving) {
    if (arrived === bytes) await finishRefusing(ports, spaceId, id, log);
    else if (touchedAt < before) await removeArriving(folder, spaceId, id);
  }
  const known = new Set(arriving.flatMap(({ id }) => [id, `${id}.json`]));
  for (const name of await namesIn(uploadsOf(folder, spaceId))) {
    // Half of an upload, or of an archive, whose server was killed.
    const path = join(uploadsOf(folder, spaceId), name);
    const isOld = !known.has(name) && ((await stat(path).catch(() => null))?.mtime ?? new Date()) < before;
    if (isOld) await removeFile(path);
  }
}

/** Nobody waits for the answer; the sender asks again, and is told that it is not here. */
async function finishRefusing(ports: MediaPorts, spaceId: string, id: string, log: Log): Promise<void> {
  try {
    await finishUpload(ports, spaceId, id);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'database-away') throw error;
    log('upload-refused', { code: error.code });
  }
}

async function sweepFiles(ports: MediaPorts, spaceId: string, isEnded: () => boolean): Promise<void> {
  for await (const { sha256, isGoing } of filesOf(ports.folder, spaceId)) {
    if (isEnded()) return;
    if (isGoing) await settleGoing(ports, spaceId, sha256);
    else await adoptShown(ports, spaceId, sha256);
  }
}

async function adoptShown(ports: MediaPorts, spaceId: string, sha256: string): Promise<void> {
  const missing = await ports.store.inSpace(spaceId, async (trx) => {
    // The row first: nearly every file has one, and what shows it is looked for in three tables.
    if ((await readMedia(trx, spaceId, sha256)) !== undefined) return undefined;
    if (!(await isShown(trx, spaceId, sha256))) return undefined;
    return { contentType: await typeShown(trx, spaceId, sha256) };
  });
  if (missing === undefined) return;
  const content = await readContent(mediaPath(ports.folder, spaceId, sha256));
  const contentType = missing.contentType ?? (content && (await typeOf(content.head, content.isText)));
  if (contentType) await adoptMedia(ports, spaceId, sha256, contentType);
}

/** At the start and once a day until it is ended; a fault is logged, and all is tried again the next day. */
export function sweepDaily(ports: SweepPorts): () => Promise<void> {
  const { log } = ports;
  let underway: Promise<void> = Promise.resolve();
  let isEnded = false;
  const sweep = () => {
    underway = sweepMedia(ports, () => isEnded).catch((error) =>
      log('media-not-swept', { error: String(error) }),
    );
  };
  sweep();
  const timer = setInterval(sweep, DAY_MILLISECONDS);
  timer.unref();
  return () => {
    clearInterval(timer);
    isEnded = true;
    return underway;
  };
}
