import { RECORD_NAMES, type RecordName } from '../archive/contract.ts';
import type { RecordOf, Records } from '../archive/records-contract.ts';
import type { MicromasteryDesign } from '../library/contract.ts';
import { SAMPLE_WEEKS } from './sample-practice.ts';

const DAY_MILLISECONDS = 86_400_000;
const WEEK_MILLISECONDS = 7 * DAY_MILLISECONDS;

export type SampleDesign = {
  readonly id: string;
  readonly isOwn: boolean;
  /** Oldest first; of the library the newest alone. */
  readonly versions: readonly MicromasteryDesign[];
};

export type SampleWorld = {
  /** The end of the sample; nothing in it lies later. */
  readonly now: Date;
  /** The same for the same name, within one sample. */
  readonly idOf: (name: string) => string;
  readonly designs: ReadonlyMap<string, SampleDesign>;
};

/** Weeks since the beginning of the sample, as milliseconds since 1970. */
export function weekOf({ now }: SampleWorld, week: number): number {
  return now.getTime() - (SAMPLE_WEEKS - week) * WEEK_MILLISECONDS;
}

export const momentOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The simulator knows no time zones: its days are those of UTC. */
export const dayOf = (milliseconds: number): string => momentOf(milliseconds).slice(0, 10);

/** Records as they come, each after what it refers to. */
export type Collected = {
  add<Name extends RecordName>(name: Name, ...records: readonly RecordOf<Name>[]): void;
  readonly records: Records;
};

export function collect(): Collected {
  const lists = Object.fromEntries(RECORD_NAMES.map((name) => [name, [] as unknown[]]));
  return {
    add: (name, ...records) => {
      lists[name]?.push(...records);
    },
    records: lists as unknown as Records,
  };
}

/** One of a list, the next one each time. */
export function turnOf<Item>(items: readonly Item[], turn: number): Item | undefined {
  return items.length === 0 ? undefined : items[turn % items.length];
}
