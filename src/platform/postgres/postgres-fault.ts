export const POSTGRES_FAULT_CODES = [
  'unsupported-platform',
  'binaries-missing',
  'no-server-user',
  'cannot-write',
  'cannot-traverse',
  'unsafe-socket-folder',
  'newer-cluster',
  'other-major',
  'cluster-not-made',
  'disk-full',
  'out-of-sight',
  'did-not-start',
  'closed',
] as const;
export type PostgresFaultCode = (typeof POSTGRES_FAULT_CODES)[number];

/** Why the PostgreSQL that comes along cannot serve. The message is for a person: what happened, what to do. */
export class PostgresFault extends Error {
  readonly code: PostgresFaultCode;

  constructor(code: PostgresFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PostgresFault';
    this.code = code;
  }
}

/** The system's error code (`ENOENT`, `EACCES`) or PostgreSQL's SQLSTATE, or '' where there is none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Turns "no permission" and "no room" under the data folder into sentences; everything else passes as it is. */
export function explainWriteError(error: unknown, folder: string): unknown {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new PostgresFault(
        'cannot-write',
        `Bottega cannot write to ${folder}, where its data belong. Give this user the folder, start Bottega as the ` +
          'user who started it before, or choose another data folder.',
        error,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new PostgresFault(
        'disk-full',
        `There is no room left on the disk of ${folder}. What was saved is safe: free some space and start again.`,
        error,
      );
    default:
      return error;
  }
}
