import { sendJson } from '../api/api-client.ts';
import { forgetOthers } from '../offline/forget-others.ts';
import { SIGNED_OUT } from '../offline/tab-messages.ts';
import { startAnew } from './start-anew.ts';

/**
 * Ends the sign-in of this browser, in each of its tabs. What waits to be sent stays, as theirs whose it is; of what
 * home has nothing does. Throws ApiRefusal or Unreachable, and then nothing was changed.
 */
export async function signOut(): Promise<void> {
  await sendJson('POST', '/api/sign-out', {});
  if (typeof BroadcastChannel !== 'undefined') new BroadcastChannel(SIGNED_OUT).postMessage(null);
  await forgetOthers(null);
  startAnew();
}
