import type { Command } from 'commander';
import type { MeasureKind } from '../../engine/measure/measure.ts';
import type { BetterOrRange } from '../../engine/plateau/practice-line.ts';
import { halfLifeOf, SKILL_SORTS, type SkillSort } from '../../engine/retention/half-life.ts';
import { holdsAt, reachedOnce, whenToLookAgain } from '../../engine/retention/holds-today.ts';
import {
  COLD_ATTEMPTS,
  coldRange,
  type MeasuredSkill,
  measuredSkill,
  type TimedAttempt,
} from '../../engine/retention/measured-skill.ts';
import { type Group, readGroups } from './groups-jobs.ts';
import { leastOf, numberOf, OptionFault, readBetter, readKind, whenOf } from './measure-options.ts';
import { cardResults } from './recall-cards-jobs.ts';
import type { Result } from './result-lines.ts';
import { answer, type SharedOptions, withSharedOptions } from './shared-commands.ts';

type RetentionOptions = SharedOptions & {
  readonly time: string;
  readonly target?: string;
  readonly at?: string;
  readonly sort?: string;
  readonly least?: string;
  readonly cards?: true;
};

type Asked = {
  readonly kind: MeasureKind;
  readonly better: BetterOrRange;
  readonly sort: SkillSort;
  readonly target: number | null;
  /** Null: a day after the last attempt of each. */
  readonly at: number | null;
  readonly least: number;
};

const DEFAULT_LEAST = 0.5;
const A_DAY_MILLISECONDS = 86_400_000;

/** `bottega retention FILE`: what comes back after time away, whether a target holds, and when to look again. */
export function registerRetentionCommand(program: Command): void {
  withSharedOptions(program.command('retention'))
    .description('what comes back after time away, whether a target still holds, and when to look again')
    .requiredOption('--time <column>', 'when: ISO 8601, or seconds since 1970')
    .option('--target <value>', 'in the unit of the values; with a range it is the range')
    .option(
      '--at <when>',
      'as of then: ISO 8601, or seconds since 1970 (a day after the last attempt of each; of cards the latest review)',
    )
    .option('--sort <sort>', `${SKILL_SORTS.join(', ')}: what the measure mostly tells (mixed)`)
    .option(
      '--least <probability>',
      'look again when a target holds, or a card comes back, with less (0.5; cards 0.9)',
    )
    .option('--cards', 'recall cards: --by names them, --value is again, hard, good, easy or a pass (0 or 1)')
    .addHelpText(
      'after',
      '\nFor example: bottega retention races.csv --by person --value wpm --kind rate --time at --target 70',
    )
    .action((file: string, options: RetentionOptions) =>
      answer(options.format, async () => {
        if (options.cards === true) return cardResults(file, options);
        const asked = readAsked(options);
        const { by, value, time } = options;
        const groups = await readGroups({ file, input: process.stdin }, { by, value, time }, asked.kind);
        return groups.map((group) => resultOf(group, asked));
      }),
    );
}

function readAsked(options: RetentionOptions): Asked {
  const sort = SKILL_SORTS.find((one) => one === (options.sort ?? 'mixed'));
  if (sort === undefined) throw new OptionFault(`--sort is one of ${SKILL_SORTS.join(', ')}.`);
  const least = leastOf(options.least, DEFAULT_LEAST);
  const better = readBetter(options.better);
  const isRange = typeof better !== 'string';
  if (isRange && options.target !== undefined)
    throw new OptionFault('--target is not for a range: the range is the target.');
  return {
    kind: readKind(options.kind),
    better,
    sort,
    target: isRange ? better.low : targetOf(options.target),
    at: whenOf(options.at),
    least,
  };
}

function targetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const target = numberOf(text);
  if (target === null) throw new OptionFault('--target is a number, in the unit of the values.');
  return target;
}

function resultOf({ by, values, times }: Group, asked: Asked): Result {
  const { kind, better, sort, at: when } = asked;
  const attempts: TimedAttempt[] = values.map((value, place) => ({ value, at: times[place] ?? 0 }));
  attempts.sort((a, b) => a.at - b.at);
  // Nothing later than the moment asked about may be used.
  const past = when === null ? attempts : attempts.filter((attempt) => attempt.at <= when);
  const skill = measuredSkill(past, { kind, better, sort });
  if ('kind' in skill) return { by, ...skill };
  const at = when ?? skill.lastAt + A_DAY_MILLISECONDS;
  const { medianDays, lowerDays, upperDays, coldStarts } = halfLifeOf(skill.halfLife);
  return {
    by,
    n: skill.n,
    at: new Date(at).toISOString(),
    away: Math.max(0, at - skill.lastAt) / A_DAY_MILLISECONDS,
    scale: skill.line.scale,
    first: firstAttempts(skill, at),
    halfLife: { days: medianDays, lower80: lowerDays, upper80: upperDays, gaps: coldStarts },
    ...(asked.target === null ? {} : { target: targetResult(skill, past, asked.target, at, asked) }),
  };
}

/** In the measure's unit; of a range the distance from it, on the working scale. */
function firstAttempts(skill: MeasuredSkill, at: number): Result {
  const { mean, lower, upper } = coldRange(skill, at);
  const back = skill.line.fromLine ?? ((z: number) => z);
  const [low, high] = [back(lower), back(upper)];
  return {
    attempts: COLD_ATTEMPTS,
    mean: back(mean),
    lower80: Math.min(low, high),
    upper80: Math.max(low, high),
  };
}

function targetResult(
  skill: MeasuredSkill,
  past: readonly TimedAttempt[],
  target: number,
  at: number,
  { least }: Asked,
): Result {
  const { toLine } = skill.line;
  const reached = reachedOnce(past, (value) => toLine(value) >= toLine(target));
  const holds = holdsAt(skill, target, at);
  const look = whenToLookAgain(skill, target, at, least);
  const told = { reachedOnce: reached.reached, reachedAtAttempt: reached.firstAttempt };
  if (holds === null || look.kind === 'not-for-a-range') return told;
  return {
    value: target,
    ...told,
    holds: { probability: holds.probability, lower80: holds.lower, upper80: holds.upper },
    lookAgain:
      look.kind === 'not-within'
        ? { kind: look.kind, days: look.days }
        : { kind: look.kind, at: new Date(look.at).toISOString() },
  };
}
