import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MEASURE_KINDS, type MeasureKind } from '../../engine/measure/measure.ts';
import { drawPicture } from '../../engine/picture/draw-picture.ts';
import { PicturePayload } from './picture-contract.ts';

const DAY = 86_400_000;

function picture(kind: MeasureKind, count: number, perSession: number) {
  const attempts = Array.from({ length: count }, (_, index) => {
    const session = Math.floor(index / perSession);
    const at = Date.UTC(2026, 0, 1) + session * DAY * (session % 7 === 6 ? 30 : 1) + index * 1000;
    const value = kind === 'pass' ? index % 2 : kind === 'proportion' ? (index % 5) / 5 : (index * 7) % 11;
    return { value, at, sessionId: `s${session}`, dayKey: new Date(at).toISOString().slice(0, 10) };
  });
  return drawPicture({ kind, unit: 'x', direction: 'up', target: { low: 0.5, high: null } }, attempts);
}

it('the contract has every part of the engine’s picture, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MEASURE_KINDS),
      fc.constantFrom(0, 1, 2, 3, 7, 8, 40, 700, 2500),
      fc.integer({ min: 1, max: 9 }),
      (kind, count, perSession) => {
        const drawn = picture(kind, count, perSession);
        // Strict: a part that the contract does not name would be dropped from the document, unnoticed.
        expect(PicturePayload.strict().safeParse(drawn).error?.issues ?? []).toEqual([]);
      },
    ),
    { numRuns: 120 },
  );
});
