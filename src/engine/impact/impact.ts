import { probability } from '../units.ts';
import { differenceSeries, FEWEST_AFTER, FEWEST_BEFORE } from './difference-series.ts';
import { drawnEffect, drawnPlacebo, isLopsided } from './drawn-impact.ts';
import type {
  Impact,
  ImpactCaveat,
  ImpactEstimate,
  ImpactFigure,
  ImpactVerdict,
  PlaceboDate,
  PlaceboMeasure,
} from './impact-result.ts';
import { type Panel, type PanelOptions, type PanelRow, type PanelUnit, panelOf, peopleOf } from './panel.ts';
import { segmentedRegression } from './segmented-regression.ts';

/** Fewer on either side would make the figure one about persons. */
export const FEWEST_PEOPLE = 5;
const LEVEL = 0.95;
const PLACEBO_LEADS = [1, 2, 3] as const;
const SEED = 20_261_121;

export type ImpactOptions = PanelOptions & {
  /** Whether chance decided who began when. */
  readonly isDrawn: boolean;
  /** The smallest effect of interest, on the working scale; null: none was said, and "no difference" is never found. */
  readonly smallest: number | null;
  /** Of the arrangements that are drawn where there are too many to go through. */
  readonly seed?: number;
  /** Measures that should not change, of the same units and periods. */
  readonly placebos?: readonly {
    readonly name: string;
    readonly rows: readonly PanelRow[];
    readonly options: PanelOptions;
  }[];
};

/**
 * What beginning did. With a draw: staggered difference-in-differences and Fisher's test over the draw. Without one: segmented
 * regression of the difference to a control series, with caveats that are to be told. docs/science/impact.md.
 */
export function impactOf(rows: readonly PanelRow[], options: ImpactOptions): Impact {
  const panel = panelOf(rows, options);
  const work = options.isDrawn ? drawnImpact : interruptedImpact;
  const found = work(panel, options);
  if (found.kind !== 'impact') return found;
  const placeboMeasures = (options.placebos ?? []).flatMap(
    ({ name, rows: others, options: measure }): PlaceboMeasure[] => {
      const other = work(panelOf(others, measure), options);
      if (other.kind !== 'impact') return [];
      const { estimate, lower, upper, p } = other;
      return [{ name, estimate, lower, upper, p }];
    },
  );
  const isOneLeft = placeboMeasures.length < (options.placebos ?? []).length;
  const caveats = isOneLeft ? [...found.caveats, 'placebo-measure-not-judged' as const] : found.caveats;
  return judged({ ...found, caveats, placeboMeasures }, options.smallest);
}

/** Before the placebo measures are known, and before a verdict. */
type Unjudged = Omit<ImpactFigure, 'verdict' | 'placeboMeasures'>;
type Refused = Exclude<Impact, ImpactFigure>;

function drawnImpact(panel: Panel, { seed = SEED }: ImpactOptions): Unjudged | Refused {
  const effect = drawnEffect(panel, { level: LEVEL, seed });
  if (effect === null) return { kind: 'no-controls' };
  const { sides, isExact, arrangements, ...estimate } = effect;
  const sideOf = (places: ReadonlySet<number>) => panel.units.filter((_, place) => places.has(place));
  const people = peopleSides(sideOf(sides.begun), sideOf(sides.waiting));
  if (people.kind === 'too-few-people') return people;
  const caveats: ImpactCaveat[] = [];
  if (panel.units.some(({ values }) => values.some(Number.isNaN))) caveats.push('missing-values');
  if (panel.units.some(({ start }) => start === 0)) caveats.push('units-left-out');
  if (isLopsided(sides)) caveats.push('sides-differ-in-size');
  if (isExact && arrangements < 1 / (1 - LEVEL) + 1) caveats.push('few-arrangements');
  const leads = PLACEBO_LEADS.map((lead) => ({
    lead,
    test: drawnPlacebo(panel, estimate.estimate, lead, { level: LEVEL, seed }),
  }));
  return {
    kind: 'impact',
    method: 'staggered-draw',
    ...estimate,
    ...people.sides,
    level: probability(LEVEL),
    n: sides.n,
    scale: panel.scale,
    arrangements,
    placeboDates: leads.flatMap(({ lead, test }) =>
      test === null
        ? []
        : [{ lead, estimate: test.estimate, lower: test.lower, upper: test.upper, p: test.p }],
    ),
    caveats,
  };
}

function interruptedImpact(panel: Panel): Unjudged | Refused {
  const series = differenceSeries(panel);
  if (series.kind === 'no-controls') return series;
  if (series.kind === 'too-few-periods') {
    const { before, after } = series;
    return { kind: 'too-few-periods', before, after, needBefore: FEWEST_BEFORE, needAfter: FEWEST_AFTER };
  }
  const { values, before, begun, waiting } = series;
  const people = peopleSides(begun, waiting);
  if (people.kind === 'too-few-people') return people;
  const caveats: ImpactCaveat[] = ['not-drawn', 'other-events', 'straight-line'];
  if (series.isOfLaterStarters) caveats.push('controls-begin-later');
  if (series.leftOut > 0) caveats.push('units-left-out');
  return {
    kind: 'impact',
    method: 'interrupted-series',
    ...segmentedRegression(values, before, LEVEL),
    ...people.sides,
    level: probability(LEVEL),
    n: values.length * (begun.length + waiting.length),
    scale: panel.scale,
    arrangements: null,
    placeboDates: placeboDatesBefore(values.slice(0, before)),
    caveats,
  };
}

/** Starts put into what came before, each with as many periods around it as a real one needs. */
function placeboDatesBefore(values: readonly number[]): readonly PlaceboDate[] {
  return PLACEBO_LEADS.map((lead) => lead + FEWEST_AFTER - 1)
    .filter((lead) => values.length - lead >= FEWEST_BEFORE)
    .map((lead) => ({ lead, ...segmentedRegression(values, values.length - lead, LEVEL) }));
}

function peopleSides(begun: readonly PanelUnit[], waiting: readonly PanelUnit[]) {
  const [peopleBegun, peopleWaiting] = [peopleOf(begun), peopleOf(waiting)];
  const have = Math.min(peopleBegun, peopleWaiting);
  if (have < FEWEST_PEOPLE) return { kind: 'too-few-people', have, need: FEWEST_PEOPLE } as const;
  const sides = { unitsBegun: begun.length, unitsWaiting: waiting.length, peopleBegun, peopleWaiting };
  return { kind: 'enough', sides } as const;
}

/** Placebos share one error of 5%. Where nothing was drawn, one that differs takes the verdict back. */
function judged(
  found: Unjudged & Pick<ImpactFigure, 'placeboMeasures'>,
  smallest: number | null,
): ImpactFigure {
  const all: readonly ImpactEstimate[] = [...found.placeboDates, ...found.placeboMeasures];
  const differs = ({ p }: ImpactEstimate) => p <= (1 - LEVEL) / all.length;
  const caveats = [...found.caveats];
  if (found.placeboDates.some(differs)) caveats.push('placebo-date-differs');
  if (found.placeboMeasures.some(differs)) caveats.push('placebo-measure-differs');
  const isDoubted = found.method === 'interrupted-series' && all.some(differs);
  return { ...found, caveats, verdict: isDoubted ? 'cannot-tell' : verdictOf(found, smallest) };
}

function verdictOf({ lower, upper }: ImpactEstimate, smallest: number | null): ImpactVerdict {
  const isSmall =
    smallest !== null && lower !== null && upper !== null && lower > -smallest && upper < smallest;
  if (isSmall) return 'no-difference';
  if (lower !== null && lower > 0) return 'better';
  return upper !== null && upper < 0 ? 'worse' : 'cannot-tell';
}
