import type { Problem, ProblemCode } from '../../platform/contract.ts';
import { spaceHeader } from '../offline/space.ts';
import { cameWithPage } from './named-reads.ts';

/** The server refused: `code` is for programs, `title` (and `errors`) for people. */
export class ApiRefusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
  get code(): ProblemCode {
    return this.problem.code;
  }
}

/** The server was not reached at all: offline, asleep, or restarting. What was typed is kept where it is. */
export class Unreachable extends Error {}

const TIMEOUT_MILLISECONDS = 15_000;

/** Whoever is signed in. Throws ApiRefusal or Unreachable, and nothing else. */
export async function callApi(
  path: string,
  init: RequestInit = {},
  patienceMilliseconds = TIMEOUT_MILLISECONDS,
): Promise<Response> {
  let response: Response;
  try {
    const timeout = AbortSignal.timeout(patienceMilliseconds);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    response = await fetch(path, { credentials: 'same-origin', ...init, signal });
  } catch {
    throw new Unreachable('Could not reach home.');
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  // A proxy or a captive portal answers in its own way: that is not our server refusing.
  if (problem === undefined || problem.code === 'database-away')
    throw new Unreachable('Could not reach home.');
  throw new ApiRefusal(problem);
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) return undefined;
  return (await response.json().catch(() => undefined)) as Problem | undefined;
}

/**
 * Reads for the person whose page this is, and is refused under anybody else's sign-in. The one place where an answer
 * gets its type: the server checks its answers against the same contract in its tests.
 */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const headers = cameWithPage(path) ? {} : spaceHeader();
  return (await (await callApi(path, { headers, ...(signal === undefined ? {} : { signal }) })).json()) as T;
}

/** As the person whose page this is, as `getJson`. */
export async function sendJson<T>(method: 'PUT' | 'POST', path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json', ...spaceHeader() };
  const init = { method, headers, body: JSON.stringify(body) };
  return (await (await callApi(path, init)).json()) as T;
}

/** A file takes as long as it takes on a slow line. */
const FILE_PATIENCE_MILLISECONDS = 600_000;

/** Sends a form with a file, as `getJson`; the browser writes the header which names what parts it. */
export async function sendForm<T>(path: string, form: FormData, signal?: AbortSignal): Promise<T> {
  const init = {
    method: 'POST',
    headers: spaceHeader(),
    body: form,
    ...(signal === undefined ? {} : { signal }),
  };
  return (await (await callApi(path, init, FILE_PATIENCE_MILLISECONDS)).json()) as T;
}
