import { parseArgs } from 'node:util';

export type BenchArguments = {
  /** Folder with the practice data; never part of the project. */
  readonly data: string;
  readonly seed: number;
  /** How many cases of each kind; the command says which. */
  readonly cases: number;
};

/** `--data DIR --seed N --cases N`, the last two with the command's own defaults. */
export function readBenchArguments(defaults: {
  readonly seed: number;
  readonly cases: number;
}): BenchArguments {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data' },
      seed: { type: 'string', default: String(defaults.seed) },
      cases: { type: 'string', default: String(defaults.cases) },
    },
  });
  return { data: values.data, seed: wholeOf('--seed', values.seed), cases: wholeOf('--cases', values.cases) };
}

function wholeOf(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`${name} takes a whole number from 1 on.`);
  return number;
}
