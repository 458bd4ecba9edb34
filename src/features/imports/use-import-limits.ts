/** As the contract has it; written out so that the screen does not bring the whole of zod along. */
export const IMPORT_BYTES: typeof import('./contract.ts').IMPORT_BYTES = 33_554_432;
