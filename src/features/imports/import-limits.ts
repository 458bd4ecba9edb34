/* As the contract has them; written out so that the screen does not bring the whole of zod along. */
export const IMPORT_BYTES: typeof import('./contract.ts').IMPORT_BYTES = 33_554_432;
export const CUT_IN_PARTS: typeof import('./contract.ts').CUT_IN_PARTS =
  'Cut it in parts, each between two moments: a row that is in two of them is taken once.';
