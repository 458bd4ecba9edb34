import { ConfigFault } from '../config.ts';
import { MigrationFault } from '../migrate.ts';
import { PostgresFault } from '../postgres/postgres-fault.ts';

/** A command that cannot do what was asked: one sentence for a person; exit code 1 unless told. */
export class CommandFault extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a command; what it is known to fail with becomes one sentence, everything else keeps its stack. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.exitCode = error instanceof CommandFault ? error.exitCode : 1;
    process.stderr.write(`${isExpected(error) ? error.message : explain(error)}\n`);
  }
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof CommandFault ||
    error instanceof ConfigFault ||
    error instanceof MigrationFault ||
    error instanceof PostgresFault
  );
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000', 'EAI_AGAIN'].includes(code)) {
    const reason = error instanceof Error ? error.message : '';
    return `The PostgreSQL of DATABASE_URL cannot be used (${reason || code}). Check the address, the user and the database, and start again.`;
  }
  return `Something is wrong inside Bottega. Please report this:\n${error instanceof Error ? error.stack : String(error)}`;
}
