import type { BrowserContext, Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { AttemptList, AttemptRow, PayoffBody } from '../../../src/features/practice/contract.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../../src/platform/ids.ts';
import type { BottegaServer } from './bottega-server.ts';

export type TakenUp = { readonly practiceId: string; readonly payoffId: string };

/** A practice of a micromastery of the library, at home already, for journeys that begin with one. */
export async function takeUp(
  context: BrowserContext,
  address: string,
  slug: string,
  payoff: Partial<PayoffBody> = {},
): Promise<TakenUp> {
  const ids = { practiceId: v7(), payoffId: v7() };
  const startedAt = new Date(Date.now() - 60_000).toISOString();
  await put(context, `${address}/api/practices/${ids.practiceId}`, {
    micromasteryId: idOfName(HOUSE_SPACE_ID, slug),
    micromasteryVersion: 1,
    needId: null,
    startedAt,
  });
  await put(context, `${address}/api/payoffs/${ids.payoffId}`, {
    practiceId: ids.practiceId,
    statement: 'I can do it whenever I am asked.',
    kind: 'rating',
    unit: 'out of 10',
    direction: 'up',
    target: { low: 8, high: null },
    howMeasured: null,
    anchors: { at0: 'nobody looked up', at5: 'half of them', at10: 'the whole room' },
    setAt: startedAt,
    ...payoff,
  });
  return ids;
}

/** Takes it up, as `takeUp`, and opens its runner; answers the practice's id. */
export async function openRunner(
  page: Page,
  { address }: Pick<BottegaServer, 'address'>,
  slug: string,
  payoff: Partial<PayoffBody> = {},
): Promise<string> {
  const { practiceId } = await takeUp(page.context(), address, slug, payoff);
  await page.goto(`/practices/${practiceId}/run`);
  return practiceId;
}

/** A session of takes at home, so long ago. */
export async function logBefore(
  context: BrowserContext,
  address: string,
  { practiceId, payoffId }: TakenUp,
  values: readonly number[],
  daysAgo: number,
): Promise<void> {
  const sessionId = v7();
  const at = Date.now() - daysAgo * 86_400_000;
  const startedAt = new Date(at).toISOString();
  await put(context, `${address}/api/sessions/${sessionId}`, {
    practiceId,
    deviceId: null,
    isFloor: false,
    startedAt,
  });
  for (const [index, value] of values.entries()) {
    await put(context, `${address}/api/attempts/${v7()}`, {
      practiceId,
      sessionId,
      payoffId,
      sequence: index + 1,
      startedAt: new Date(at + index * 60_000).toISOString(),
      localDay: startedAt.slice(0, 10),
      durationSeconds: 40,
      value,
      conditions: {},
      isTrickRead: true,
      source: 'runner',
    });
  }
}

async function put(context: BrowserContext, url: string, data: unknown): Promise<void> {
  const answer = await context.request.put(url, { data });
  if (!answer.ok()) throw new Error(`refused: ${answer.status()} ${await answer.text()}`);
}

/** What home keeps, in the order it was made. */
export async function attemptsAtHome(
  context: BrowserContext,
  address: string,
  practiceId: string,
): Promise<AttemptRow[]> {
  const answer = await context.request.get(`${address}/api/practices/${practiceId}/attempts?limit=200`);
  const list: AttemptList = await answer.json();
  return list.attempts.reverse();
}
