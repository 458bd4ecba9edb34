import type { MeasureKind } from '../../engine/measure/measure.ts';
import type { Micromastery } from '../library/contract.ts';
import type { Payoff } from '../practice/contract.ts';

/** How a take gets its value without being typed; `usual` is what the kind itself suggests. */
export const WAYS = ['usual', 'checklist', 'tempo', 'words', 'net', 'after'] as const;
export type Way = (typeof WAYS)[number];

type Measured = Pick<Payoff, 'kind' | 'unit'>;
type Design = Pick<Micromastery, 'formats' | 'payoff'>;

const BY_KIND: Readonly<Record<MeasureKind, readonly Way[]>> = {
  count: ['usual', 'checklist', 'words'],
  rate: ['usual', 'tempo', 'words', 'net', 'after'],
  proportion: ['usual', 'checklist'],
  score: ['usual', 'checklist'],
  duration: ['usual'],
  rating: ['usual'],
  pass: ['usual'],
};

const OF_BEATS = /\b(?:bpm|beats?)\b/i;
const OF_WORDS = /^words?\b/i;
/** Words of which only some count, as “correct words”: hands that type do not tap, and a field cannot tell which are meant. */
const OF_SOME_WORDS = /\S\s+words?\b/i;
const OF_NET = /\bnet\b/i;
const OF_ITEMS = /\b(?:items?|steps?|boxes|ticks?|ticked|checklist)\b/i;
/** One item is a yes or a no, and no score. */
const FEWEST_ITEMS = 2;

/** What can be ticked off: the design's checklist, or else what its payoff asks of a take. */
export function itemsOf({ formats, payoff }: Design): readonly string[] {
  const items = formats?.checklist ?? payoff?.conditions ?? [];
  return items.length < FEWEST_ITEMS ? [] : items;
}

/** The ways there are for this measure, the usual one first. Beats are tapped only where beats are counted. */
export function waysOf({ kind, unit }: Measured, design: Design): readonly Way[] {
  const hasItems = itemsOf(design).length > 0;
  return BY_KIND[kind].filter(
    (way) =>
      (way !== 'checklist' || hasItems) &&
      (way !== 'tempo' || OF_BEATS.test(unit)) &&
      (way !== 'words' || OF_WORDS.test(unit)) &&
      (way !== 'after' || OF_SOME_WORDS.test(unit)),
  );
}

/** Where the unit says how it is measured, that way. */
export function suggestedWay(measure: Measured, design: Design): Way {
  const { unit } = measure;
  const fits: Readonly<Record<Way, boolean>> = {
    net: OF_NET.test(unit),
    tempo: OF_BEATS.test(unit),
    words: OF_WORDS.test(unit),
    after: OF_SOME_WORDS.test(unit),
    checklist: OF_ITEMS.test(unit),
    usual: false,
  };
  return waysOf(measure, design).find((way) => fits[way]) ?? 'usual';
}
