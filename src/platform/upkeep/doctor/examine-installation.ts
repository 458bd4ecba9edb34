import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { places } from '../../places.ts';
import { isWebStale } from '../../serving/web-builder.ts';
import { type Finding, note, ok, wrong } from './finding.ts';

export const OLDEST_NODE = 24;

export async function examineInstallation(): Promise<Finding[]> {
  return [examineNode(process.versions.node), await examineOwnFiles(), await examineWebBuild()];
}

export function examineNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return ok('node', `Node ${version}.`);
  return wrong(
    'node',
    `This is Node ${version}, and Bottega needs ${OLDEST_NODE} or later.`,
    'Start it as “npm start” or “npx bottega”, which bring the right one, after “npm ci” without leaving out optional packages.',
  );
}

async function examineOwnFiles(): Promise<Finding> {
  const [migrations, library] = await Promise.all([
    namesIn(places.migrations, '.sql'),
    namesIn(places.library, '.md'),
  ]);
  if (migrations.length > 0 && library.length > 0) {
    return ok(
      'files',
      `${migrations.length} migrations and ${library.length} micromasteries in ${places.root}.`,
    );
  }
  return wrong('files', `Files of Bottega are missing in ${places.root}.`, 'Install it again.');
}

async function examineWebBuild(): Promise<Finding> {
  if (places.isCheckout && (await isWebStale())) {
    return note('screens', 'They were built from other sources, or never; the next start builds them.');
  }
  if (existsSync(join(places.webBuild, 'index.html'))) return ok('screens', `Built, in ${places.webBuild}.`);
  return wrong('screens', `There are none in ${places.webBuild}.`, 'Install Bottega again.');
}

export async function namesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).sort();
}
