import { callApi } from '../../api/api-client.ts';
import { forgetSpace } from '../../offline/forget-space.ts';
import { forgetAllKept } from '../../offline/own-drafts.ts';
import { currentSpace, spaceHeader } from '../../offline/space.ts';
import { startAnew } from '../start-anew.ts';

/** Years of practice take home a while. */
const PATIENCE_MILLISECONDS = 600_000;

/**
 * Erases everything at home, then everything of it on this device, and loads the page anew. Throws ApiRefusal where home
 * did nothing, and Unreachable where it is not known whether it did.
 */
export async function eraseEverything(confirm: string): Promise<void> {
  const spaceId = currentSpace();
  const headers = { 'content-type': 'application/json', ...spaceHeader() };
  const init = { method: 'POST', headers, body: JSON.stringify({ confirm }) };
  await callApi('/api/erase', init, PATIENCE_MILLISECONDS);
  if (spaceId !== null) await forgetSpace(spaceId);
  forgetAllKept();
  startAnew('?erased=1');
}
