import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './http.ts';
import { SenderGone } from './problems.ts';

/** Who waits may go away, as the signal says: then `work` is never begun, and SenderGone is thrown. */
export type TakeTurn = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

/** Lets so many run at a time; the others wait, in the order in which they came. */
export function createTurns(atOnce: number): TakeTurn {
  const waiting = new Set<() => void>();
  let running = 0;
  const wait = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.delete(come);
        reject(new SenderGone());
      };
      const come = () => {
        waiting.delete(come);
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.add(come);
    });
  return async (work, signal) => {
    if (signal?.aborted === true) throw new SenderGone();
    if (running >= atOnce) await wait(signal);
    else running += 1;
    try {
      return await work();
    } finally {
      const [next] = waiting;
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/**
 * For a route that takes in a large body: it stands before whatever reads it, so that no more bodies lie in memory than
 * have a turn. A sender who waits is held up by their connection, and the HTTP server ends what has not arrived in time.
 */
export function inTurn(takeTurn: TakeTurn): MiddlewareHandler<AppEnv> {
  return (c, next) => takeTurn(next, c.req.raw.signal);
}
