import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ZodError } from 'zod';
import { PROBLEMS, type Problem, type ProblemCode, type ProblemError } from './contract.ts';
import { newId } from './ids.ts';
import type { Log } from './log.ts';

/** What a feature throws when it cannot do what was asked; only the edge catches it. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly errors: readonly ProblemError[] | undefined;
  readonly stored: unknown;
  constructor(
    code: ProblemCode,
    more: { detail?: string; errors?: readonly ProblemError[]; stored?: unknown } = {},
  ) {
    super(code);
    this.code = code;
    this.detail = more.detail;
    this.errors = more.errors;
    this.stored = more.stored;
  }
}

/** Who asked has gone, so that there is nobody to answer: thrown where their going is noticed. */
export class SenderGone extends Error {}

export function renderProblem(c: Context, refusal: Refusal, instance?: string): Response {
  const { status, title } = PROBLEMS[refusal.code];
  const body: Problem = { type: `/problems/${refusal.code}`, code: refusal.code, title, status };
  if (refusal.detail !== undefined) body.detail = refusal.detail;
  if (instance !== undefined) body.instance = instance;
  if (refusal.errors !== undefined) body.errors = [...refusal.errors];
  if (refusal.stored !== undefined) body.stored = refusal.stored;
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (refusal.code === 'database-away') headers['retry-after'] = '1';
  return c.body(JSON.stringify(body), status, headers);
}

/** A refused body as a problem with one JSON pointer for each fault (RFC 6901). */
export function invalid(error: ZodError, where: string): Refusal {
  const errors = error.issues.slice(0, 50).map((issue) => ({
    pointer: where === 'json' ? pointerTo(issue.path) : `?${issue.path.join('.')}`,
    message: issue.message,
  }));
  return new Refusal('invalid', { errors });
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The one place where refusals and faults become responses. A fault is logged under the id that the person is given. */
export function problemHandler(log: Log): ErrorHandler {
  return (error, c) => {
    if (error instanceof Refusal) return renderProblem(c, error);
    if (error instanceof HTTPException) return renderProblem(c, refusalOfHttp(error));
    if (isBrokenOff(error, c)) return renderProblem(c, BROKEN_OFF);
    const instance = `/faults/${newId()}`;
    log('fault', { instance, method: c.req.method, path: c.req.path, error: String(error.stack ?? error) });
    return renderProblem(c, new Refusal('fault', { detail: `Report it as ${instance}.` }), instance);
  };
}

const BROKEN_OFF = new Refusal('invalid', { errors: [{ pointer: '', message: 'the body broke off' }] });
/** What reading a body ends with, by the way in which it is read. */
const ENDS_OF_A_BODY = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

/** A line that broke while it was sent: the sender’s end, of which nobody here need know. */
function isBrokenOff(error: Error, c: Context): boolean {
  if (error instanceof SenderGone) return true;
  const isOfTheBody =
    ('code' in error && ENDS_OF_A_BODY.has(String(error.code))) || /prematurely closed/.test(error.message);
  return isOfTheBody && c.req.raw.signal.aborted;
}

/** Hono itself refuses malformed JSON and too large bodies with exceptions of its own. */
function refusalOfHttp(error: HTTPException): Refusal {
  if (error.status === 413) return new Refusal('too-large');
  if (error.status === 415) return new Refusal('not-json');
  if (error.status === 403) return new Refusal('foreign-request');
  if (error.status === 400)
    return new Refusal('invalid', { errors: [{ pointer: '', message: error.message }] });
  throw error;
}
