import type { SpaceTransaction } from '../../platform/database.ts';
import type { FactPorts } from '../../platform/facts/fact-routes.ts';
import type { Log } from '../../platform/log.ts';
import type { Erasures } from '../../platform/people/finish-erasure.ts';
import type { Sessions } from '../../platform/session.ts';
import type { Records } from '../archive/records-contract.ts';
import type { Micromastery } from '../library/contract.ts';

/** What the archive and the library do for a sample; the root hands it over. */
export type SamplePorts = FactPorts & {
  readonly sessions: Sessions;
  readonly log: Log;
  readonly erasures: Erasures;
  /** As an archive that is imported: the same checks, the same stores. */
  takeRecords(trx: SpaceTransaction, spaceId: string, records: Records, at: Date): Promise<void>;
  readLibrary(trx: SpaceTransaction, spaceId: string, limit: number): Promise<Micromastery[]>;
};
