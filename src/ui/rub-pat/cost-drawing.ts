import type { DualCost } from '../../engine/rub-pat/dual-cost.ts';
import type { Part } from '../../engine/rub-pat/next-step.ts';
import { linearScale } from '../charts/linear-scale.ts';
import { niceTicks } from '../charts/nice-ticks.ts';
import { linePath } from '../charts/paths.ts';
import type { Plot } from '../charts/plot.ts';
import { percentWords } from './pair-words.ts';
import { type CostSession, PARTS } from './told-pair.ts';

export type CostMark = { readonly x: number; readonly y: number; readonly from: number; readonly to: number };

export type CostDrawing = {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly limitY: number;
  readonly values: readonly { readonly y: number; readonly text: string }[];
  readonly sessions: readonly { readonly x: number; readonly text: string }[];
  readonly parts: Readonly<Record<Part, { readonly linePath: string; readonly marks: readonly CostMark[] }>>;
};

const NARROWEST = 240;
export const COST_HEIGHT = 230;
const [TOP, FOOT, LEFT, RIGHT] = [14, 44, 48, 14];
/** Half the distance of two marks of one session, so that neither hides the other. */
const ASIDE = 5;
const MOST_SESSION_TEXTS = 8;
/** An interval below this, or over all there is, is drawn to the edge. */
const LOWEST = -0.5;

/** What each session of both cost each part, with its interval; sessions that show nothing leave a gap. */
export function drawCosts(costs: readonly CostSession[], limit: number, width: number): CostDrawing {
  const drawn = Math.max(NARROWEST, Math.floor(width));
  const plot = { left: LEFT, right: drawn - RIGHT, top: TOP, bottom: COST_HEIGHT - FOOT };
  const known = costs.flatMap((one) => PARTS.map((part) => one[part])).filter(isCost);
  const low = Math.max(LOWEST, Math.min(0, ...known.map(({ lower }) => lower)));
  const high = Math.min(1, Math.max(limit * 2, ...known.map(({ upper }) => upper)));
  const { ticks, domain } = niceTicks(low, high, { steps: 4 });
  const y = linearScale(domain, [plot.bottom, plot.top]);
  const [least, most] = domain;
  const held = (value: number) => y(Math.max(least, Math.min(most, value)));
  const x = linearScale([1, Math.max(2, costs.length)], [plot.left + 16, plot.right - 10]);
  const marksOf = (part: Part): readonly CostMark[] =>
    costs.flatMap((one, index) => {
      const cost = one[part];
      if (!isCost(cost)) return [];
      const at = x(index + 1) + (part === 'a' ? -ASIDE : ASIDE);
      return [{ x: at, y: held(cost.cost), from: held(cost.lower), to: held(cost.upper) }];
    });
  const drawnPart = (part: Part) => {
    const marks = marksOf(part);
    return { marks, linePath: marks.length < 2 ? '' : linePath(marks.map((mark) => [mark.x, mark.y])) };
  };
  const every = Math.ceil(costs.length / MOST_SESSION_TEXTS);
  return {
    width: drawn,
    height: COST_HEIGHT,
    plot,
    limitY: y(limit),
    values: ticks.map((value) => ({ y: y(value), text: percentWords(value) })),
    sessions: costs.flatMap((_, index) =>
      index % every === 0 ? [{ x: x(index + 1), text: String(index + 1) }] : [],
    ),
    parts: { a: drawnPart('a'), b: drawnPart('b') },
  };
}

type Cost = Extract<DualCost, { kind: 'cost' }>;

const isCost = (cost: DualCost): cost is Cost => cost.kind === 'cost';
