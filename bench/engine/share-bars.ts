import { type Bar, interval } from './bar-table.ts';
import { differenceOverPersons, meanOf } from './paired-bootstrap.ts';

/** 1 for every case in which it was so, else 0; paired with another method's by their place. */
export type Flags = readonly number[];

const NORMAL_95 = 1.96;

/** Half of the 95% interval of a share of so many cases, and never nought: none of a hundred is not none. */
function reachOf(flags: Flags): number {
  const n = flags.length;
  const share = (flags.reduce((sum, one) => sum + one, 0) + 2) / (n + 4);
  return NORMAL_95 * Math.sqrt((share * (1 - share)) / (n + 4));
}

export function shareText(flags: Flags): string {
  return flags.length === 0 ? '-' : `${meanOf(flags).toFixed(3)} ± ${reachOf(flags).toFixed(3)}`;
}

/** Off by less than the error that so many cases leave, it is neither shown to be met nor not to be: an exact test is half of the time. */
function beyond(by: number, flags: Flags, words: string): string {
  return `${by > reachOf(flags) ? 'not met' : 'undecided'}, ${by.toFixed(3)} ${words}`;
}

export function atMostBar(bar: string, most: number, flags: Flags, source: string): Bar {
  const over = meanOf(flags) - most;
  return {
    bar,
    asked: `at most ${most} (${source})`,
    have: `${shareText(flags)} of ${flags.length}`,
    verdict: over <= 0 ? 'met' : beyond(over, flags, 'too many'),
  };
}

export function atLeastBar(bar: string, least: number, flags: Flags, source: string): Bar {
  const under = least - meanOf(flags);
  return {
    bar,
    asked: `at least ${least} (${source})`,
    have: `${shareText(flags)} of ${flags.length}`,
    verdict: under <= 0 ? 'met' : beyond(under, flags, 'too few'),
  };
}

/** What a method of ours gains over another: a share of ours less a share of theirs on the same cases. */
export function pairedText(ours: Flags, theirs: Flags, seed: number): string {
  return interval(differenceOverPersons(ours, theirs, seed));
}
