import { callApi, Unreachable } from '../api/api-client.ts';
import type { PendingWrite } from './pending-write.ts';
import type { Home } from './send-kept.ts';
import { SPACE_HEADER } from './space-header.ts';

/**
 * The server over HTTP. An answer that is not in our own words is somebody else's (a captive portal, a proxy), even
 * with status 200: then nothing was confirmed.
 */
export const home: Home = {
  whoAmI: async () => {
    // `no-store` tells the service worker that a kept answer will not do.
    const answer = await readAnswer(await callApi('/api/me', { cache: 'no-store' }));
    if (typeof answer.spaceId !== 'string') throw new Unreachable('Could not reach home.');
    return answer.spaceId;
  },
  put: async ({ path, body, spaceId }: PendingWrite) => {
    const headers = { 'content-type': 'application/json', [SPACE_HEADER]: spaceId };
    const answer = await readAnswer(
      await callApi(path, { method: 'PUT', headers, body: JSON.stringify(body) }),
    );
    const isConfirmed = answer.outcome === 'stored' || answer.outcome === 'same';
    if (!isConfirmed) throw new Unreachable('Could not reach home.');
    return Array.isArray(answer.touched) ? answer.touched.filter((key) => typeof key === 'string') : [];
  },
};

async function readAnswer(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer !== 'object' || answer === null) throw new Unreachable('Could not reach home.');
  return { ...answer };
}
