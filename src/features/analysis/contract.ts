import { z } from 'zod';
import { SCALE_NAMES } from '../../engine/curve/measure-scale.ts';
import { MEASURE_KINDS } from '../../engine/measure/measure.ts';

const MOST_CELLS = 20_000;
const finite = z.number().refine(Number.isFinite);
const numbers = z.array(finite).max(MOST_CELLS);

const Level = z.object({ median: finite, sd: finite.positive() });

/** A file that `bottega prior learn` writes, and `bottega forecast` reads. */
export const PriorFile = z.object({
  bottega: z.literal('prior'),
  version: z.literal(1),
  kind: z.enum(MEASURE_KINDS),
  better: z.union([z.enum(['up', 'down']), z.object({ low: finite, high: finite })]),
  prior: z.object({
    kind: z.literal('prior'),
    scale: z.enum(SCALE_NAMES),
    learners: z.int().min(1),
    attempts: z.int().min(1),
    level: Level,
    noiseSd: finite.positive(),
    weights: numbers,
    table: z.object({
      ns: numbers.min(1),
      hs: numbers.min(1),
      corrections: numbers,
      spreads: numbers,
      corrects: z.boolean(),
      level: Level,
    }),
  }),
});
export type PriorFile = z.infer<typeof PriorFile>;
