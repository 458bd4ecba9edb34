import type { Clock } from '../../platform/clock.ts';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import { Refusal } from '../../platform/problems.ts';
import type { MicromasteryDesign } from '../library/contract.ts';
import type { Payoff } from '../practice/contract.ts';
import type { AttemptsCsv, CsvAttempt } from './attempts-csv-file.ts';
import type { ImportPlace, ImportTarget, MappingSoFar } from './contract.ts';
import { CsvFault } from './csv-text-file.ts';

/** What the features of practice and of the library do for an import; the root hands it over. */
export type ImportPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly practice: {
    findImportPlace(trx: SpaceTransaction, spaceId: string, target: ImportTarget): Promise<ImportPlace>;
    countPlaces(
      trx: SpaceTransaction,
      spaceId: string,
      practiceId: string,
      attempts: readonly CsvAttempt[],
    ): Promise<{ known: number; sessions: number }>;
    openImportPractice(
      trx: SpaceTransaction,
      spaceId: string,
      practice: {
        id: string;
        isOnBench: boolean;
        micromasteryId: string;
        micromasteryVersion: number;
        startedAt: string;
      },
      payoff: Payoff | Omit<Payoff, 'id'>,
    ): Promise<string>;
    addAttempts(
      trx: SpaceTransaction,
      spaceId: string,
      ids: { practiceId: string; payoffId: string },
      attempts: readonly CsvAttempt[],
      tell: (rowsDone: number) => Promise<void>,
    ): Promise<{ added: number; known: number }>;
  };
  readonly library: {
    saveDesign(
      trx: SpaceTransaction,
      spaceId: string,
      id: string,
      design: MicromasteryDesign,
    ): Promise<{ readonly version: number }>;
    countWords(trx: SpaceTransaction, spaceId: string): Promise<void>;
  };
};

/** What is wrong with the file as a whole becomes a refusal that says it. */
export async function inWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof CsvFault ? new Refusal('file-unreadable', { detail: error.message }) : error;
  }
}

/** Columns that were chosen have to be there, and each can be one thing only. */
export function checkColumns(csv: AttemptsCsv, mapping: MappingSoFar): void {
  const chosen = [
    ['/mapping/valueColumn', mapping.valueColumn],
    ['/mapping/timeColumn', mapping.timeColumn],
    ['/mapping/timeOfDayColumn', mapping.timeOfDayColumn ?? undefined],
    ['/mapping/noteColumn', mapping.noteColumn ?? undefined],
    ...(mapping.conditionColumns ?? []).map((name, at) => [`/mapping/conditionColumns/${at}`, name] as const),
  ] as const;
  const names = csv.columns.map((column) => column.name);
  const seen = new Set<string>();
  const errors = chosen.flatMap(([pointer, name]) => {
    if (name === undefined) return [];
    if (!names.includes(name)) return [{ pointer, message: `the file has no column “${name}”` }];
    if (seen.has(name)) return [{ pointer, message: `“${name}” is chosen twice` }];
    seen.add(name);
    return [];
  });
  if (errors.length > 0) throw new Refusal('invalid', { errors });
}
