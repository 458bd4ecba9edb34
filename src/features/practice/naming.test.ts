import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, attemptBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { Named } from './naming-contract.ts';

const { person } = await freshApp({ library: true });

const named = (who: TestPerson, name: string, at?: string) =>
  who.read(Named, `/api/practices?${new URLSearchParams({ name, ...(at === undefined ? {} : { at }) })}`);

describe('a name', () => {
  it.each(['juggling', 'JUGGLING', 'jugling', 'Thirty catches', 'thirty', 'juggling-cascade'])(
    '“%s” means the practice on the bench',
    async (name) => {
      const nadia = await person();
      const ids = await startPractice(nadia);
      const found = await named(nadia, name);
      expect(found.micromasteries).toEqual([]);
      expect(found.practices).toMatchObject([
        { id: ids.practiceId, title: 'Thirty catches', payoff: { unit: 'catches' } },
      ]);
      expect((await named(nadia, ids.practiceId)).practices).toHaveLength(1);
    },
  );

  it('means a micromastery where nothing on the bench is called so, and nothing where nothing is', async () => {
    const nadia = await person();
    expect(await named(nadia, 'bowline')).toMatchObject({
      practices: [],
      micromasteries: [{ slug: 'bowline', version: 1 }],
    });
    expect(await named(nadia, 'qqqq zzzz')).toEqual({ practices: [], micromasteries: [] });
    expect((await named(nadia, '%')).micromasteries).toEqual([]);
  });

  it('means both practices that are called so', async () => {
    const nadia = await person();
    await startPractice(nadia);
    await startPractice(nadia);
    expect((await named(nadia, 'juggling')).practices).toHaveLength(2);
  });

  it('means nothing of another person', async () => {
    const [nadia, ruth] = [await person(), await person('Ruth')];
    const ids = await startPractice(nadia);
    expect((await named(ruth, ids.practiceId)).practices).toEqual([]);
    expect((await named(ruth, 'juggling')).practices).toEqual([]);
  });

  it('tells the session that is open: not ended, and with an attempt in the last half hour', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    await accepted(
      nadia.put(
        `/api/attempts/${v7()}`,
        attemptBody(ids, { sequence: 3, startedAt: '2026-03-01T08:20:00Z' }),
      ),
    );
    const sessionAt = async (at: string) => (await named(nadia, 'juggling', at)).practices[0]?.openSession;
    expect(await sessionAt('2026-03-01T08:49:00Z')).toEqual({ id: ids.sessionId, attempts: 3 });
    expect(await sessionAt('2026-03-01T08:51:00Z')).toBeNull();
    expect(await sessionAt('2026-03-01T08:19:00Z')).toBeNull();
    await accepted(
      nadia.put(`/api/sessions/${ids.sessionId}/end`, { endedAt: '2026-03-01T08:21:00Z', line: null }),
    );
    expect(await sessionAt('2026-03-01T08:22:00Z')).toBeNull();
  });
});
