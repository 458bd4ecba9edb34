import type pg from 'pg';
import { filesOf, type MediaFolder, mediaPath, sizeOfFile, spacesIn } from '../../media/media-folder.ts';
import { type Finding, note, ok, wrong } from './finding.ts';

const NAMED = 3;

/** Whether what the rows say is here is here, and whether files lie there of which no row knows. */
export async function examineMedia(client: pg.ClientBase, folder: MediaFolder): Promise<Finding[]> {
  const { rows: found } = await client.query<{ name: string | null }>(
    `select to_regclass('bottega.media') as name`,
  );
  if (found[0]?.name === null) return [];
  const { rows } = await client.query<{ space_id: string; sha256: string; bytes: string }>(
    'select space_id, sha256, bytes::text from bottega.media order by space_id, sha256',
  );
  const known = new Set(rows.map(({ space_id, sha256 }) => `${space_id}/${sha256}`));
  const lost: string[] = [];
  for (const { space_id, sha256, bytes } of rows) {
    if ((await sizeOfFile(mediaPath(folder, space_id, sha256))) !== Number(bytes))
      lost.push(`${space_id}/${sha256}`);
  }
  return [judgeLost(folder, rows.length, lost), ...judgeUnknown(folder, await unknownIn(folder, known))];
}

async function unknownIn(folder: MediaFolder, known: ReadonlySet<string>): Promise<string[]> {
  const unknown: string[] = [];
  for (const space of await spacesIn(folder)) {
    for await (const { spaceId, sha256, isGoing } of filesOf(folder, space))
      if (!isGoing && !known.has(`${spaceId}/${sha256}`)) unknown.push(`${spaceId}/${sha256}`);
  }
  return unknown;
}

function judgeLost({ media }: MediaFolder, count: number, lost: readonly string[]): Finding {
  if (lost.length === 0) {
    return ok(
      'recordings',
      count === 0 ? 'None are kept yet.' : `Each of ${count} has its file in ${media}.`,
    );
  }
  return wrong(
    'recordings',
    `${lost.length} of ${count} have lost their file in ${media}, or part of it (${nameSome(lost)}).`,
    'Where several servers share this database, give all of them the same BOTTEGA_DATA; otherwise copy the files from a backup of that folder.',
  );
}

function judgeUnknown({ media }: MediaFolder, unknown: readonly string[]): Finding[] {
  if (unknown.length === 0) return [];
  return [
    note(
      'recordings',
      `${unknown.length} files in ${media} are known to no row (${nameSome(unknown)}): of another database, or of a server that was killed. Nothing here needs them.`,
    ),
  ];
}

function nameSome(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}`;
}
