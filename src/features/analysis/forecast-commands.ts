import type { Command } from 'commander';
import { curveOf, forecast } from '../../engine/curve/curve.ts';
import type { CurveOptions } from '../../engine/curve/curve-state.ts';
import { probabilityOfReaching } from '../../engine/curve/reaching.ts';
import { attemptsOf, type Group, readGroups } from './groups-jobs.ts';
import {
  type Better,
  type NamedWindow,
  numberOf,
  OptionFault,
  readBetter,
  readKind,
  readOrigins,
  readWindows,
  wholeOf,
} from './measure-options.ts';
import { readPrior } from './prior-jobs.ts';
import type { Result } from './result-lines.ts';
import { answer, type SharedOptions, withSharedOptions } from './shared-commands.ts';

type ForecastOptions = SharedOptions & {
  readonly time?: string;
  readonly prior?: string;
  readonly origins?: string;
  readonly windows: string;
  readonly target?: string;
  readonly within?: string;
};

type Aim = { readonly target: number; readonly within: number };
type Asked = {
  readonly curve: CurveOptions;
  readonly origins: readonly number[] | null;
  readonly windows: readonly NamedWindow[];
  readonly aim: Aim | null;
};

const DEFAULT_WITHIN = 200;
const MOST_WITHIN = 2_000;

/** `bottega forecast FILE`: the mean of coming attempts with its intervals, and the probability of reaching a target. */
export function registerForecastCommand(program: Command): void {
  withSharedOptions(program.command('forecast'))
    .description('the mean of coming attempts with intervals, and the probability of reaching a target')
    .option('--time <column>', 'when: ISO 8601, or seconds since 1970; with it sessions and gaps are seen')
    .option('--prior <file>', 'what “bottega prior learn” wrote')
    .option('--origins <counts>', 'forecast from the first so many attempts, such as 20,50,100 (all of them)')
    .option('--windows <windows>', 'attempts ahead, from and to', '1:1,1:10,91:100')
    .option('--target <value>', 'for the mean of 25 attempts in a row')
    .option('--within <attempts>', `of so many to come (${DEFAULT_WITHIN})`)
    .addHelpText(
      'after',
      '\nFor example: bottega forecast races.csv --by person --value wpm --kind rate --windows 1:1,1:10',
    )
    .action((file: string, options: ForecastOptions) =>
      answer(options.format, async () => {
        const asked = await readAsked(options);
        const { by, value, time } = options;
        const groups = await readGroups(
          { file, input: process.stdin },
          { by, value, time },
          asked.curve.kind,
        );
        return resultsOf(groups, asked);
      }),
    );
}

async function readAsked(options: ForecastOptions): Promise<Asked> {
  const kind = readKind(options.kind);
  const better = readBetter(options.better);
  const prior = options.prior === undefined ? undefined : await readPrior(options.prior, kind);
  return {
    // Which way is good does not matter for where a range is heading.
    curve: {
      kind,
      better: typeof better === 'string' ? better : 'up',
      ...(prior === undefined ? {} : { prior }),
    },
    origins: options.origins === undefined ? null : readOrigins(options.origins),
    windows: readWindows(options.windows),
    aim: readAim(options, better),
  };
}

function readAim({ target: text, within: ahead }: ForecastOptions, better: Better): Aim | null {
  if (text === undefined) {
    if (ahead !== undefined) throw new OptionFault('--within needs a --target.');
    return null;
  }
  const target = numberOf(text);
  const within = ahead === undefined ? DEFAULT_WITHIN : wholeOf(ahead);
  if (target === null) throw new OptionFault('--target is a number, in the unit of the values.');
  if (within === null || within > MOST_WITHIN)
    throw new OptionFault(`--within is a whole number of attempts, from 1 to ${MOST_WITHIN}.`);
  if (typeof better !== 'string')
    throw new OptionFault('--target needs --better higher or lower: a range is its own target.');
  return { target, within };
}

function* resultsOf(groups: readonly Group[], { curve, origins, windows, aim }: Asked): Generator<Result> {
  const ahead = windows.map(({ from, to }) => ({ from, to }));
  for (const group of groups) {
    const { by } = group;
    const attempts = attemptsOf(group);
    const from = origins === null ? [attempts.length] : origins.filter((origin) => origin <= attempts.length);
    for (const origin of from) {
      const state = curveOf(curve, attempts.slice(0, origin));
      const found = forecast(state, ahead);
      if ('kind' in found) {
        yield { by, origin, kind: found.kind, have: found.have, need: found.need };
        continue;
      }
      const told = found.map(({ kind: _, from: __, to: ___, ...numbers }, place) => ({
        window: windows[place]?.name ?? '',
        ...numbers,
      }));
      if (aim === null) yield { by, origin, windows: told };
      else {
        const probability = probabilityOfReaching(state, aim.target, aim.within);
        yield { by, origin, windows: told, target: { value: aim.target, within: aim.within, probability } };
      }
    }
  }
}
