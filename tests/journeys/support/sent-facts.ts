import type { BrowserContext } from '@playwright/test';
import { z } from 'zod';

const Begun = z.object({ startedAt: z.string() });
const Ended = z.object({ endedAt: z.string() });

/** What this browser has sent and home has taken. */
export type SentFacts = {
  /** Each id once, however often it was sent. */
  readonly attempts: () => readonly string[];
  /** Minutes of every session that was ended, from its beginning to its end as this browser told them. */
  readonly sessionMinutes: () => readonly number[];
};

const SESSION = /^\/api\/sessions\/([^/]+)$/;
const ATTEMPT = /^\/api\/attempts\/([^/]+)$/;

export function collectSentFacts(context: BrowserContext): SentFacts {
  const bodies = new Map<string, unknown>();
  context.on('response', (response) => {
    const request = response.request();
    if (request.method() === 'PUT' && response.ok())
      bodies.set(new URL(request.url()).pathname, request.postDataJSON());
  });
  const ids = (path: RegExp) => [...bodies.keys()].flatMap((one) => path.exec(one)?.[1] ?? []);
  const minutesOf = (id: string) => {
    const end = bodies.get(`/api/sessions/${id}/end`);
    if (end === undefined) return [];
    const { startedAt } = Begun.parse(bodies.get(`/api/sessions/${id}`));
    return [(Date.parse(Ended.parse(end).endedAt) - Date.parse(startedAt)) / 60_000];
  };
  return { attempts: () => ids(ATTEMPT), sessionMinutes: () => ids(SESSION).flatMap(minutesOf) };
}
