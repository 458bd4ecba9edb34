import type { Clock } from '../../platform/clock.ts';
import type { SpaceTransaction, Store } from '../../platform/database.ts';
import type { MediaFolder } from '../../platform/media/media-folder.ts';
import type { MicromasteryDesign } from '../library/contract.ts';

/** What the library does for an archive; the root hands it over. */
export type ArchivePorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly version: string;
  /** Of photos, recordings and files. */
  readonly folder: MediaFolder;
  readonly library: {
    writeMicromasteryFile(design: MicromasteryDesign): string;
    saveDesign(
      trx: SpaceTransaction,
      spaceId: string,
      id: string,
      design: MicromasteryDesign,
    ): Promise<{ readonly outcome: 'new' | 'changed' | 'same'; readonly version: number }>;
    countWords(trx: SpaceTransaction, spaceId: string): Promise<void>;
  };
};
