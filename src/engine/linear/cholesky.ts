/**
 * Factor L of a symmetric positive definite matrix A = L L', rows one after another, `size` of each; null where A is none.
 * Only the lower half of A is read.
 */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1) {
        sum -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      }
      if (row === column) {
        if (!(sum > 0)) return null;
        factor[row * size + row] = Math.sqrt(sum);
      } else factor[row * size + column] = sum / (factor[column * size + column] ?? 1);
    }
  }
  return factor;
}

/** x with A x = `right`. */
export function choleskySolve(factor: Float64Array, size: number, right: ArrayLike<number>): Float64Array {
  const x = forward(factor, size, right);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = x[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) sum -= (factor[k * size + row] ?? 0) * (x[k] ?? 0);
    x[row] = sum / (factor[row * size + row] ?? 1);
  }
  return x;
}

/** L^-1 `right`: the squares of it add up to right' A^-1 right. */
function forward(factor: Float64Array, size: number, right: ArrayLike<number>): Float64Array {
  const x = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= (factor[row * size + k] ?? 0) * (x[k] ?? 0);
    x[row] = sum / (factor[row * size + row] ?? 1);
  }
  return x;
}

/** v' A^-1 v. */
export function inverseForm(factor: Float64Array, size: number, vector: ArrayLike<number>): number {
  return forward(factor, size, vector).reduce((sum, value) => sum + value * value, 0);
}

/** The diagonal of A^-1: of an information matrix the variances. */
export function inverseDiagonal(factor: Float64Array, size: number): Float64Array {
  const diagonal = new Float64Array(size);
  const column = new Float64Array(size);
  for (let place = 0; place < size; place += 1) {
    // Column `place` of L^-1 is zero above its own row.
    for (let row = place; row < size; row += 1) {
      let sum = row === place ? 1 : 0;
      for (let k = place; k < row; k += 1) sum -= (factor[row * size + k] ?? 0) * (column[k] ?? 0);
      column[row] = sum / (factor[row * size + row] ?? 1);
    }
    for (let row = place; row < size; row += 1)
      diagonal[place] = (diagonal[place] ?? 0) + (column[row] ?? 0) ** 2;
  }
  return diagonal;
}

export function logDeterminant(factor: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) sum += 2 * Math.log(factor[row * size + row] ?? 1);
  return sum;
}
