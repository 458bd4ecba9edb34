/**
 * What drawing the picture costs, as a ratio to a plain exponentially weighted mean over the same attempts in the
 * same run, so that the figures hold on any machine. Run: `node bench/engine/picture.ts`. Nothing fails on time.
 */
import { performance } from 'node:perf_hooks';
import type { Measure } from '../../src/engine/measure/measure.ts';
import { drawPicture } from '../../src/engine/picture/draw-picture.ts';
import type { AttemptFact } from '../../src/engine/picture/picture.ts';
import { simulateAttempts } from '../../src/engine/simulate/simulate-attempts.ts';

const SIZES = [100, 600, 10_000, 16_000];
const ROUNDS = 25;
const EWMA_PASSES = 200;
const measure: Measure = { kind: 'rate', unit: 'words', direction: 'up', target: { low: 60, high: null } };

function ewma(attempts: readonly AttemptFact[]): number {
  let level = attempts[0]?.value ?? 0;
  for (const attempt of attempts) level += 0.1 * (attempt.value - level);
  return level;
}

/** The median of rounds, since other programs run on the same machine. */
function medianMilliseconds(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

for (const size of SIZES) {
  const attempts = simulateAttempts(
    {
      attempts: size,
      perSession: 0,
      likeness: 0.3,
      dayShock: 0.5,
      level: (index) => 40 + 5 * Math.log1p(index),
    },
    1,
  );
  let sink = 0;
  const plain = medianMilliseconds(() => {
    for (let pass = 0; pass < EWMA_PASSES; pass += 1) sink += ewma(attempts);
  });
  const picture = medianMilliseconds(() => drawPicture(measure, attempts));
  const ratio = (picture * EWMA_PASSES) / plain;
  const bytes = JSON.stringify(drawPicture(measure, attempts)).length;
  console.log(
    `${size} attempts: picture ${picture.toFixed(2)} ms, ${ratio.toFixed(0)} plain EWMA passes, ${bytes} bytes as JSON` +
      (Number.isFinite(sink) ? '' : ' (no finite level)'),
  );
}
