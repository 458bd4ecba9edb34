import type { ColumnType } from 'kysely';

/** Never written by an update: facts are append-only. */
export type Fact<T> = ColumnType<T, T, never>;
/** Set by the database. */
export type Stamp = ColumnType<Date, Date | undefined, never>;
