import { ConfigFault } from '../config.ts';
import { PROBLEMS } from '../contract.ts';
import { MigrationFault } from '../migration-fault.ts';
import { PostgresFault } from '../postgres/postgres-fault.ts';
import { Refusal } from '../problems.ts';
import { printAside } from './print.ts';

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
    printAside(...(isExpected(error) ? error.message : explain(error)).split('\n'));
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

/** Of a line to the database; a DATABASE_URL that cannot be used was refused before. */
const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03']);

function explain(error: unknown): string {
  if (error instanceof Refusal) return PROBLEMS[error.code].title;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (LOST.has(code) && error instanceof Error) {
    return `The database went away (${error.message || code}). What was saved is safe: start again.`;
  }
  return `Something is wrong inside Bottega. Please report this:\n${error instanceof Error ? error.stack : String(error)}`;
}
