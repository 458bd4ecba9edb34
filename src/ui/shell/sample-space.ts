import type { SampleAnswer } from '../../features/sample/contract.ts';
import { callApi } from '../api/api-client.ts';
import { forgetSpace } from '../offline/forget-space.ts';
import { forgetDraftsOf } from '../offline/own-drafts.ts';
import { beginNextAs, currentSpace, spaceHeader } from '../offline/space.ts';
import { startAnew } from './start-anew.ts';

/** Six months are written at home before it answers. */
const PATIENCE_MILLISECONDS = 60_000;

/*
 * Each way ends with the page loaded anew: what it has read and what it records belong to one space. Throws ApiRefusal or
 * Unreachable, and then nothing was changed.
 */

/** Makes the sample where there is none, and goes there. */
export async function enterSample(): Promise<void> {
  goTo(await ask('POST', '/api/sample'));
}

export async function leaveSample(): Promise<void> {
  await comeBack(await ask('POST', '/api/sample/leave'));
}

export async function removeSample(): Promise<void> {
  await comeBack(await ask('DELETE', '/api/sample'));
}

/** Answers the space that this browser is in now. */
async function ask(method: 'POST' | 'DELETE', path: string): Promise<string> {
  const headers = { 'content-type': 'application/json', ...spaceHeader() };
  const answer = await callApi(path, { method, headers, body: '{}' }, PATIENCE_MILLISECONDS);
  return ((await answer.json()) as SampleAnswer).spaceId;
}

/** What was begun in a sample, or had still to be sent, would wait here for ever, as somebody else's. */
async function comeBack(ownId: string): Promise<void> {
  const sampleId = currentSpace();
  if (sampleId !== null && sampleId !== ownId) {
    forgetDraftsOf(sampleId);
    await forgetSpace(sampleId);
  }
  goTo(ownId);
}

function goTo(spaceId: string): void {
  beginNextAs(spaceId);
  startAnew();
}
