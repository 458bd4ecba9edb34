import type { Ahead, Outlook } from '../../engine/outlook/outlook.ts';
import type { Shift } from '../../engine/outlook/shifts.ts';
import type { Picture } from '../../engine/picture/picture.ts';
import type { UnlikelyTake } from '../../engine/picture/unlikely-takes.ts';

/** The same shape without brands, as it comes over the wire. */
type Plain<T> = T extends number
  ? number
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> | (undefined extends T[Key] ? undefined : never) }
      : T;

/** What a practice's chart needs of the engine's picture. */
export type ChartPicture = Plain<
  Pick<
    Picture,
    | 'n'
    | 'drawn'
    | 'runningMedian'
    | 'share'
    | 'window'
    | 'level'
    | 'latest'
    | 'personalBest'
    | 'baseline'
    | 'target'
    | 'trend'
    | 'gaps'
  >
> & {
  /** Left out by a home of before, and where only what was is drawn. */
  readonly outlook?: Plain<Outlook> | undefined;
  readonly shifts?: readonly Plain<Pick<Shift, 'index'>>[] | undefined;
  /** Takes that may be slips: none of them makes the axis longer. */
  readonly unlikely?: readonly Plain<Pick<UnlikelyTake, 'index' | 'number' | 'value'>>[] | undefined;
};

/** A step of the line through the takes. */
export type LineStep = {
  readonly index: number;
  readonly at: number;
  readonly middle: number;
  readonly low: number | null;
  readonly high: number | null;
};

/** The running median or, for held and not yet, the running share; nothing while a trend is out of reach. */
export function lineSteps({ trend, share, runningMedian }: ChartPicture): readonly LineStep[] {
  if (trend.kind === 'too-few-attempts') return [];
  if (share !== null) {
    return share.running.map(({ index, at, share: middle, low, high }) => ({ index, at, middle, low, high }));
  }
  return runningMedian.map(({ index, at, median, low, high }) => ({ index, at, middle: median, low, high }));
}

/** Where passes are drawn as shares, one pass has no place. */
export function outlookBand({ outlook, share }: Pick<ChartPicture, 'outlook' | 'share'>): readonly Ahead[] {
  return outlook?.kind === 'outlook' && share === null ? outlook.band : [];
}
