import type { RECORDS, RecordName } from './contract.ts';

/** One line of data/<name>.jsonl. */
export type RecordOf<Name extends RecordName> = ReturnType<(typeof RECORDS)[Name]['parse']>;

/** Everything of a space, as an archive holds it. */
export type Records = { readonly [Name in RecordName]: readonly RecordOf<Name>[] };
