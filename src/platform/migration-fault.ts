/** The database cannot be brought to this version: one sentence with what to do. Nothing was changed. */
export class MigrationFault extends Error {}
