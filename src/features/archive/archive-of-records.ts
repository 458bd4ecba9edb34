import { ArchiveManifest, RECORDS, type RecordName } from './contract.ts';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from './format-contract.ts';
import type { RecordOf, Records } from './records-contract.ts';

/** Records that are in hand, without photos or files, to be taken in as those of an archive: each is held to its contract. */
export function archiveOfRecords(records: Records, bottega: string, exportedAt: Date) {
  const counts = Object.fromEntries(Object.entries(records).map(([name, all]) => [name, all.length]));
  return {
    manifest: ArchiveManifest.parse({
      format: ARCHIVE_FORMAT,
      version: ARCHIVE_VERSION,
      bottega,
      exportedAt: exportedAt.toISOString(),
      counts,
    }),
    *records<Name extends RecordName>(name: Name): Generator<RecordOf<Name>[]> {
      const all: readonly unknown[] = records[name];
      if (all.length > 0) yield all.map((record) => RECORDS[name].parse(record) as RecordOf<Name>);
    },
    *bytesOf(): Generator<never> {},
  };
}
