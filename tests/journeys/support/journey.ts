import { type BrowserContext, test as base } from '@playwright/test';
import { type BottegaServer, type JourneyPerson, startBottega } from './bottega-server.ts';

export { expect } from '@playwright/test';

type Fixtures = {
  /** Signed in in this journey's browser, with an empty bench. */
  readonly person: JourneyPerson;
};
type WorkerFixtures = { readonly server: BottegaServer };

/** Of a journey that a wider screen draws in another way. What no size changes is walked once, on a phone. */
export const BOTH_SIZES = { tag: '@both-sizes' };

/** `page` belongs to a new person, signed in. `server.link` signs the machine's own person in instead. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from its pattern
    async ({}, use) => {
      const server = await startBottega();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.address),
  person: async ({ server, context }, use) => {
    const person = await server.newPerson('Nadia Brandt');
    await signIn(context, server, person);
    await use(person);
  },
  page: async ({ page, person }, use) => {
    void person;
    await use(page);
  },
});

/** As the sign-in screen does: trades the key for a cookie of this browser. */
export async function signIn(
  context: BrowserContext,
  server: Pick<BottegaServer, 'address'>,
  { key }: Pick<JourneyPerson, 'key'>,
): Promise<void> {
  const answer = await context.request.post(`${server.address}/api/sign-in`, { data: { key } });
  if (!answer.ok()) throw new Error(`not signed in: ${answer.status()} ${await answer.text()}`);
}
