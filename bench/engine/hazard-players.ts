/** Players of the game as expected sessions: whether the next block of five plays comes, and what was known before it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HazardRow } from '../../src/engine/momentum/hazard-model.ts';

const BLOCKS = 8;
const LEAST_SCORE = 500;

export type Player = { readonly person: string; readonly rows: readonly HazardRow[] };

/** Of how many blocks there were: all that a hazard by count alone knows. */
export const COUNTS = Array.from({ length: BLOCKS - 1 }, (_, block) => `block ${block + 2}`);
const HISTORY = ['against mean', 'against last', 'early variety', 'below best'];
export const NAMES = [...COUNTS, ...HISTORY, ...HISTORY.map((name) => `${name} by count`)];

export function readPlayers(folder: string): readonly Player[] {
  return readFileSync(join(folder, 'axon_blocks.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [person = '', , variance = '', ...means] = line.split(',');
      const logs = means
        .filter((mean) => mean.trim() !== '')
        .map((mean) => Math.log(Math.max(LEAST_SCORE, Number(mean))));
      const variety = 0.5 * Math.log(Math.max(1e4, Number(variance)));
      const rows = logs.slice(0, BLOCKS).map((_, block) => {
        return { person, features: featuresOf(logs, block, variety), stopped: logs.length === block + 1 };
      });
      return { person, rows };
    });
}

function featuresOf(logs: readonly number[], block: number, variety: number): readonly number[] {
  const [now, last] = [logs[block] ?? 0, logs[block - 1] ?? logs[block] ?? 0];
  const before = logs.slice(0, block);
  const mean = block === 0 ? now : before.reduce((sum, one) => sum + one, 0) / block;
  const history = [now - mean, now - last, variety, Math.max(...before, now) - now];
  const late = Math.log1p(block);
  // By count: centred, so that the two columns do not stand for the same.
  const byCount = history.map((one, place) => (one - (place === 2 ? 8.5 : 0)) * late);
  return [...COUNTS.map((_, place) => (block === place + 1 ? 1 : 0)), ...history, ...byCount];
}
