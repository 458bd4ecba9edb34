/** Two minutes to look whether it holds: the first take, cold, is what tells. */
export function lookAddress(practiceId: string): string {
  return `/practices/${practiceId}/run?minutes=2&look=1`;
}
