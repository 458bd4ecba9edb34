import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choleskyFactor, choleskySolve, inverseDiagonal, inverseForm, logDeterminant } from './cholesky.ts';

const finite = fc.double({ min: -3, max: 3, noNaN: true });

describe('Cholesky', () => {
  it('gives the textbook factor: 4 12 -16, 12 37 -43, -16 -43 98', () => {
    const factor = choleskyFactor(Float64Array.from([4, 12, -16, 12, 37, -43, -16, -43, 98]), 3);
    expect([...(factor ?? [])]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
    expect(logDeterminant(factor ?? new Float64Array(), 3)).toBeCloseTo(Math.log(36), 12);
  });

  it('says of a matrix with a direction of nought or less that it is none', () => {
    expect(choleskyFactor(Float64Array.from([1, 2, 2, 1]), 2)).toBeNull();
    expect(choleskyFactor(Float64Array.from([0]), 1)).toBeNull();
    expect(choleskyFactor(Float64Array.from([Number.NaN]), 1)).toBeNull();
  });

  it('solves, and its inverse is the one that solving for every unit vector gives', () => {
    const matrices = fc.array(fc.array(finite, { minLength: 4, maxLength: 4 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(matrices, fc.array(finite, { minLength: 4, maxLength: 4 }), (rows, right) => {
        const matrix = new Float64Array(16);
        for (let i = 0; i < 4; i += 1) {
          for (let j = 0; j < 4; j += 1) {
            const product = rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
            matrix[4 * i + j] = product + (i === j ? 1 : 0);
          }
        }
        const factor = choleskyFactor(matrix, 4) ?? new Float64Array(16);
        const x = choleskySolve(factor, 4, right);
        for (let i = 0; i < 4; i += 1) {
          expect(x.reduce((sum, value, j) => sum + (matrix[4 * i + j] ?? 0) * value, 0)).toBeCloseTo(
            right[i] ?? 0,
            8,
          );
          const unit = [0, 1, 2, 3].map((place) => (place === i ? 1 : 0));
          expect(inverseDiagonal(factor, 4)[i]).toBeCloseTo(choleskySolve(factor, 4, unit)[i] ?? 0, 10);
        }
        expect(inverseForm(factor, 4, right)).toBeCloseTo(
          x.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0),
          8,
        );
      }),
      { numRuns: 50 },
    );
  });
});
