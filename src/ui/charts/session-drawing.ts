import type { Measure } from '../../engine/measure/measure.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { type ChartFrame, chartFrame } from './chart-frame.ts';
import { type LinearScale, linearScale } from './linear-scale.ts';
import { type ValueAxis, valueAxis } from './value-axis.ts';

export type SessionTake = {
  /** In its session, where takes without a score have their numbers too. */
  readonly number: number;
  readonly value: number;
  /** What was varied for this take, as the key names it: "standing". */
  readonly condition?: string | undefined;
};

/** Beside takes for which something was varied. */
export const AS_USUAL = 'as usual';

/** Where earlier takes usually land: their middle half. */
export type UsualRange = { readonly low: number; readonly high: number };

/** Conditions differ by shape as well as by colour, in the order in which they first appear. */
export const SHAPES = ['circle', 'square', 'diamond', 'triangle'] as const;
export type Shape = (typeof SHAPES)[number];

export type Stem = {
  readonly x: number;
  readonly top: number;
  readonly shape: Shape;
  /** Number of the take, where there is room for it. */
  readonly text: string | null;
};

export type SessionDrawing = {
  readonly frame: ChartFrame;
  readonly values: ValueAxis;
  readonly y: LinearScale;
  readonly foot: number;
  readonly stems: readonly Stem[];
  readonly usual: { readonly top: number; readonly height: number } | null;
  /** Half the size of a shape. */
  readonly size: number;
};

const HEIGHT = 210;
const FOOT_HEIGHT = 34;
const INSET = 24;
const LEAST_TEXT_STEP = 22;

export function drawSession(
  takes: readonly SessionTake[],
  usual: UsualRange | null,
  measure: Measure,
  width: number,
): SessionDrawing {
  const usually = usual ? [usual.low, usual.high] : [];
  // A stem is read by its length, which is one only from zero.
  const values = valueAxis(measure, [0, ...takes.map((take) => take.value), ...usually], 3);
  const axisTexts = values.ticks.map((tick) => tick.text);
  const frame = {
    ...chartFrame(width, { height: HEIGHT, axisTexts, footHeight: FOOT_HEIGHT, title: values.title }),
    right: Math.max(240, width),
  };
  const y = linearScale(values.domain, [frame.bottom, frame.top]);
  const first = frame.left + INSET;
  const last = frame.right - INSET;
  const step = takes.length > 1 ? Math.min(72, (last - first) / (takes.length - 1)) : 0;
  const every = step === 0 ? 1 : Math.ceil(LEAST_TEXT_STEP / step);
  const shapes = shapeOf(takes);
  return {
    frame,
    values,
    y,
    foot: y(Math.max(values.domain[0], Math.min(0, values.domain[1]))),
    stems: takes.map((take, index) => ({
      x: first + index * step,
      top: y(take.value),
      shape: shapes(take.condition),
      text: index % every === 0 ? countFigures(take.number) : null,
    })),
    usual: usual ? { top: y(usual.high), height: Math.max(2, y(usual.low) - y(usual.high)) } : null,
    size: step > 0 && step < 20 ? Math.max(2.5, step * 0.4) : 8,
  };
}

/**
 * The conditions of a session, each with its shape, and "as usual" beside them; none where nothing was varied. More
 * conditions than shapes share the last one.
 */
export function conditionShapes(
  takes: readonly Pick<SessionTake, 'condition'>[],
): readonly { condition: string; shape: Shape }[] {
  if (takes.every((take) => take.condition === undefined)) return [];
  const conditions = [...new Set(takes.map((take) => take.condition ?? AS_USUAL))];
  return conditions.map((condition, index) => ({
    condition,
    shape: SHAPES[index] ?? SHAPES[SHAPES.length - 1] ?? 'circle',
  }));
}

function shapeOf(takes: readonly SessionTake[]): (condition: string | undefined) => Shape {
  const shapes = new Map(conditionShapes(takes).map(({ condition, shape }) => [condition, shape]));
  return (condition) => shapes.get(condition ?? AS_USUAL) ?? 'circle';
}
