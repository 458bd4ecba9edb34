import type { TrialDesign } from './design.ts';

/** SHA-256 of the text in UTF-8, 32 bytes; given by the caller, since the engine knows no cryptography. */
export type Digest = (text: string) => Uint8Array;

/** One draw, as it is recorded: everything that is needed to draw it again. */
export type Draw = {
  /** Which unit of the trial it was for, from 0. */
  readonly place: number;
  readonly level: string;
  /** Of every level, in the order of the design, when it was drawn. */
  readonly probabilities: readonly number[];
};

/**
 * What is hashed and shown before the first draw, and shown itself with the seed after the last: whoever has both can draw all of
 * it again, and nobody could choose the draws to suit the results. The seed is secret until then: 32 random bytes or more as hex.
 */
export function commitmentText(design: TrialDesign, seed: string): string {
  const { levels, unit, draw, washout } = design;
  return JSON.stringify(['bottega trial 1', levels, unit, draw, washout, seed]);
}

/** The level of one unit. The same seed and place always draw the same. */
export function drawLevel(
  { levels }: Pick<TrialDesign, 'levels'>,
  probabilities: readonly number[],
  { seed, place }: { readonly seed: string; readonly place: number },
  digest: Digest,
): Draw {
  let left = uniformOf(digest(JSON.stringify(['bottega draw 1', seed, place])));
  for (const [index, level] of levels.entries()) {
    left -= probabilities[index] ?? 0;
    if (left < 0) return { place, level, probabilities };
  }
  return { place, level: levels.at(-1) ?? '', probabilities };
}

/** At least 0, below 1, on a grid of 2^-48. */
function uniformOf(bytes: Uint8Array): number {
  let value = 0;
  for (let place = 0; place < 6; place += 1) value = value * 256 + (bytes[place] ?? 0);
  return value / 2 ** 48;
}

/** Places of recorded draws that the seed would have drawn otherwise; none where all is as it was committed to. */
export function drawnOtherwise(
  design: Pick<TrialDesign, 'levels'>,
  draws: readonly Draw[],
  seed: string,
  digest: Digest,
): readonly number[] {
  return draws
    .filter(
      ({ place, level, probabilities }) =>
        drawLevel(design, probabilities, { seed, place }, digest).level !== level,
    )
    .map(({ place }) => place);
}
