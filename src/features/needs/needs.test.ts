import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp, NOW, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, JUGGLING_ID } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { type NeedBody, NeedList, type NeedRevisionBody } from './contract.ts';

const { person } = await freshApp({ library: true });

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();

async function keep(who: TestPerson, text: string, more: Partial<NeedBody> = {}): Promise<string> {
  const id = v7();
  const body: NeedBody = {
    kind: 'gap',
    text,
    horizon: 'now',
    wantedWithin: 'this-week',
    context: 'on the night shift',
    raisedAt: minutesAgo(60),
    ...more,
  };
  await accepted(who.put(`/api/needs/${id}`, body));
  return id;
}

const revise = (who: TestPerson, needId: string, more: Partial<NeedRevisionBody>, id = v7()) =>
  who.put(`/api/need-revisions/${id}`, {
    needId,
    state: 'open',
    text: 'said anew',
    horizon: 'now',
    wantedWithin: 'this-week',
    context: null,
    revisedAt: minutesAgo(30),
    ...more,
  });
const problemOf = async (answer: Response) => Problem.parse(await answer.json());
const needsOf = (who: TestPerson, query = '') => who.read(NeedList, `/api/needs${query}`);

describe('a need that is said anew', () => {
  it('is whole as it was said last, and keeps the moment at which it was caught', async () => {
    const nadia = await person();
    const id = await keep(nadia, 'my knots slip');
    await accepted(nadia.put(`/api/needs/${id}/matches/${JUGGLING_ID}`, { matchedAt: minutesAgo(50) }));
    const revisedAt = minutesAgo(20);
    await accepted(
      revise(nadia, id, {
        text: 'rig a sail',
        horizon: 'possible-future',
        wantedWithin: 'this-year',
        revisedAt,
      }),
    );
    expect((await needsOf(nadia)).needs).toEqual([
      {
        id,
        kind: 'gap',
        text: 'rig a sail',
        horizon: 'possible-future',
        wantedWithin: 'this-year',
        context: null,
        raisedAt: minutesAgo(60),
        state: 'open',
        revisedAt,
        micromasteryIds: [JUGGLING_ID],
      },
    ]);
  });

  it('is in force by when it was said, not by when home heard of it', async () => {
    const nadia = await person();
    const id = await keep(nadia, 'my knots slip');
    await accepted(revise(nadia, id, { text: 'on the laptop, later', revisedAt: minutesAgo(5) }));
    await accepted(revise(nadia, id, { text: 'on the phone, offline till now', revisedAt: minutesAgo(15) }));
    const { needs } = await needsOf(nadia);
    expect(needs.map(({ text, revisedAt }) => [text, revisedAt])).toEqual([
      ['on the laptop, later', minutesAgo(5)],
    ]);
  });

  it('takes the same again as the same, and another under its id not at all', async () => {
    const nadia = await person();
    const needId = await keep(nadia, 'my knots slip');
    const id = v7();
    await accepted(revise(nadia, needId, {}, id));
    expect(await (await revise(nadia, needId, {}, id)).json()).toMatchObject({ outcome: 'same' });
    const other = await revise(nadia, needId, { text: 'other words' }, id);
    expect([other.status, (await problemOf(other)).code]).toEqual([409, 'id-taken']);
  });

  it.each([
    ['no words', { text: '  \n ' }],
    ['more words than a need has', { text: 'a'.repeat(501) }],
    ['a longer place than there is', { context: 'a'.repeat(501) }],
    ['half a character', { text: 'a\ud83c' }],
    ['a horizon of its own', { horizon: 'someday' }],
    ['a state of its own', { state: 'deleted' }],
    ['a moment of next year', { revisedAt: '2027-03-02T10:00:00Z' }],
    ['a moment of no year that is kept', { revisedAt: '1800-01-01T00:00:00Z' }],
  ])('is refused with %s, and stays as it was', async (_, nonsense) => {
    const nadia = await person();
    const id = await keep(nadia, 'my knots slip');
    const answer = await revise(nadia, id, nonsense as Partial<NeedRevisionBody>);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([422, 'invalid']);
    expect((await needsOf(nadia)).needs).toMatchObject([{ text: 'my knots slip', revisedAt: null }]);
  });

  it('is nobody else’s', async () => {
    const nadia = await person();
    const tunde = await person('Tunde');
    const id = await keep(nadia, 'my knots slip');
    const answer = await revise(tunde, id, { text: 'read by Tunde' });
    expect([answer.status, (await problemOf(answer)).code]).toEqual([404, 'need-not-found']);
    expect((await needsOf(nadia)).needs).toMatchObject([{ text: 'my knots slip' }]);
    expect((await needsOf(tunde)).needs).toEqual([]);
  });
});

describe('the list of needs', () => {
  it('has the open ones first and those that were let go of last, and takes one up again', async () => {
    const nadia = await person();
    const [newest, answered, gone, oldest] = [
      await keep(nadia, 'newest', { raisedAt: minutesAgo(1) }),
      await keep(nadia, 'answered', { raisedAt: minutesAgo(2) }),
      await keep(nadia, 'gone', { raisedAt: minutesAgo(3) }),
      await keep(nadia, 'oldest', { raisedAt: minutesAgo(90) }),
    ];
    await accepted(revise(nadia, gone, { state: 'let-go' }));
    await accepted(revise(nadia, answered, { state: 'answered' }));
    const ids = async () => (await needsOf(nadia)).needs.map(({ id }) => id);
    expect(await ids()).toEqual([newest, oldest, answered, gone]);
    await accepted(revise(nadia, gone, { state: 'open', revisedAt: minutesAgo(10) }));
    expect(await ids()).toEqual([newest, gone, oldest, answered]);
  });

  it('goes on behind a full page, each need once', async () => {
    const nadia = await person();
    // Several of one moment, so that the page ends between two that only their ids tell apart.
    const ids = await Promise.all(
      Array.from({ length: 203 }, (_, n) =>
        keep(nadia, `need ${n}`, { raisedAt: minutesAgo(Math.floor(n / 4)) }),
      ),
    );
    await accepted(revise(nadia, ids[0] ?? '', { state: 'let-go' }));
    const first = await needsOf(nadia);
    expect([first.needs.length, first.next]).toEqual([200, first.needs.at(-1)?.id]);
    const second = await needsOf(nadia, `?before=${first.next}`);
    expect([second.needs.length, second.next, second.needs.at(-1)?.id]).toEqual([3, null, ids[0]]);
    expect(new Set([...first.needs, ...second.needs].map(({ id }) => id))).toEqual(new Set(ids));
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['a need that is not there', v7()],
  ])('says so where it shall go on behind %s', async (_, before) => {
    const nadia = await person();
    const answer = await nadia.request(`/api/needs?before=${before}`);
    expect([answer.status, (await problemOf(answer)).errors?.[0]?.pointer]).toEqual([422, '?before']);
  });
});
