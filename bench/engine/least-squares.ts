/** Coefficients by ordinary least squares; `rows` carry their own 1. Gauss-Jordan with the largest pivot. */
export function leastSquares(
  rows: readonly (readonly number[])[],
  actual: readonly number[],
): readonly number[] {
  const terms = rows[0]?.length ?? 0;
  const matrix = Array.from({ length: terms }, () => new Float64Array(terms + 1));
  for (const [i, row] of rows.entries()) {
    for (const [j, own] of matrix.entries()) {
      const x = row[j] ?? 0;
      for (let k = 0; k < terms; k += 1) own[k] = (own[k] ?? 0) + x * (row[k] ?? 0);
      own[terms] = (own[terms] ?? 0) + x * (actual[i] ?? 0);
    }
  }
  for (let j = 0; j < terms; j += 1) eliminate(matrix, j);
  return matrix.map((row, j) => (row[terms] ?? 0) / (row[j] ?? 1));
}

function eliminate(matrix: Float64Array[], column: number): void {
  const below = matrix.slice(column);
  const size = (row: Float64Array) => Math.abs(row[column] ?? 0);
  const pivot = below.reduce(
    (best, row) => (size(row) > size(best) ? row : best),
    below[0] ?? new Float64Array(),
  );
  const from = matrix.indexOf(pivot);
  const here = matrix[column];
  if (here === undefined) return;
  matrix[from] = here;
  matrix[column] = pivot;
  for (const [place, row] of matrix.entries()) {
    if (place === column) continue;
    const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
    for (let k = column; k < row.length; k += 1) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
  }
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, place) => sum + x * (b[place] ?? 0), 0);
}
