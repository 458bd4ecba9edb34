import { statfs } from 'node:fs/promises';
import { Refusal } from '../problems.ts';
import { type MediaFolder, makeFolder } from './media-folder.ts';

/** PostgreSQL lies on the same disk as a rule, and stops without room. */
const RESERVED_BYTES = 500_000_000;

/** Refused as `disk-full` where so many bytes more would leave less than the database needs. */
export async function refuseWithoutRoom({ uploads }: MediaFolder, bytes: number): Promise<void> {
  await makeFolder(uploads);
  const { bavail, bsize } = await statfs(uploads);
  if (bavail * bsize < bytes + RESERVED_BYTES) throw new Refusal('disk-full');
}
