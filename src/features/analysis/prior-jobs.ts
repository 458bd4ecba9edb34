import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Prior } from '../../engine/curve/prior.ts';
import type { MeasureKind } from '../../engine/measure/measure.ts';
import { PriorFile } from './contract.ts';
import type { Better } from './measure-options.ts';
import { TableFault } from './table-file.ts';

const MOST_CHARACTERS = 4_000_000;

/** Throws TableFault where it is no prior, or one of another kind of measure. */
export async function readPrior(file: string, kind: MeasureKind): Promise<Prior> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new TableFault(error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read.`);
  });
  const parsed = PriorFile.safeParse(text.length > MOST_CHARACTERS ? null : jsonOf(text));
  if (!parsed.success)
    throw new TableFault(
      `${file} is no prior of this version. Make it anew: bottega prior learn FILE --out ${file}`,
    );
  if (parsed.data.kind !== kind)
    throw new TableFault(
      `${file} was learnt from values of the kind ${parsed.data.kind}: say --kind ${parsed.data.kind}, or learn another.`,
    );
  return parsed.data.prior;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whole or not at all: a reader never finds half of it. Throws TableFault where it cannot be written. */
export async function writePrior(
  file: string,
  kind: MeasureKind,
  better: Better,
  prior: Prior,
): Promise<void> {
  const written: PriorFile = {
    bottega: 'prior',
    version: 1,
    kind,
    better,
    prior: { ...prior, weights: [...prior.weights], table: copyOf(prior.table) },
  };
  const part = `${file}.part`;
  try {
    await writeFile(part, `${JSON.stringify(written)}\n`);
    await rename(part, file);
  } catch {
    throw new TableFault(
      `${file} cannot be written: give a path in a folder that is there and may be written to.`,
    );
  }
}

function copyOf(table: Prior['table']): PriorFile['prior']['table'] {
  const { ns, hs, corrections, spreads } = table;
  return { ...table, ns: [...ns], hs: [...hs], corrections: [...corrections], spreads: [...spreads] };
}
