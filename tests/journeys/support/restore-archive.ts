import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ArchiveReport } from '../../../src/features/archive/contract.ts';
import { places } from '../../../src/platform/places.ts';
import type { BottegaServer } from './bottega-server.ts';

const run = promisify(execFile);

/** `bottega import archive FILE`, where that server runs, for the person of its machine. */
export async function restoreArchive(server: BottegaServer, file: string): Promise<ArchiveReport> {
  const words = [join(places.root, 'src/cli.ts'), 'import', 'archive', file, '--json'];
  const env = { ...process.env, ...server.env };
  const { stdout } = await run(process.execPath, words, { cwd: places.root, env });
  return ArchiveReport.parse(JSON.parse(stdout));
}
