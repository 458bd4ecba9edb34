import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp, NOW, type TestPerson } from '../../../tests/support/fresh-app.ts';
import { accepted, sessionBody, startPractice } from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { PracticePage } from '../practice/contract.ts';
import { type IfThenPlanBody, Support, type SupportCheckBody, type SupportSlotBody } from './contract.ts';

const { person } = await freshApp({ library: true });

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();
const problemOf = async (answer: Response) => Problem.parse(await answer.json());
const supportOf = (who: TestPerson, practiceId: string) =>
  who.read(Support, `/api/practices/${practiceId}/support`);

async function begin() {
  const nadia = await person();
  return { nadia, ...(await startPractice(nadia)) };
}

const setSlot = (who: TestPerson, practiceId: string, more: Partial<SupportSlotBody> = {}, id = v7()) =>
  who.put(`/api/support-slots/${id}`, {
    practiceId,
    slot: 'kit',
    status: 'in-place',
    text: 'three balls',
    setAt: minutesAgo(30),
    ...more,
  });

const check = (who: TestPerson, sessionId: string, more: Partial<SupportCheckBody> = {}) =>
  who.put(`/api/support-checks/${v7()}`, {
    sessionId,
    inPlace: ['kit'],
    missing: ['place'],
    checkedAt: minutesAgo(30),
    ...more,
  });

async function plan(who: TestPerson, practiceId: string, more: Partial<IfThenPlanBody> = {}) {
  const id = v7();
  const answer = await who.put(`/api/if-then-plans/${id}`, {
    practiceId,
    replacesId: null,
    cue: 'the room is taken',
    action: 'I stand in the corridor',
    isDropped: false,
    setAt: minutesAgo(60),
    ...more,
  });
  return { id, answer };
}

const use = (who: TestPerson, planId: string, sessionId: string, isDone: boolean) =>
  who.put(`/api/if-then-uses/${v7()}`, { planId, sessionId, isDone, notedAt: minutesAgo(5) });

async function lay(who: TestPerson, practiceId: string, more: object = {}) {
  const id = v7();
  const answer = await who.put(`/api/at-hand/${id}`, {
    practiceId,
    replacesId: null,
    label: 'the score',
    address: 'https://example.org/score.pdf',
    mediaSha256: null,
    isDropped: false,
    setAt: minutesAgo(60),
    ...more,
  });
  return { id, answer };
}

it('around a practice of which nothing was said there is nothing', async () => {
  const { nadia, practiceId } = await begin();
  expect(await supportOf(nadia, practiceId)).toEqual({
    practiceId,
    slots: [],
    plans: [],
    atHand: [],
    checks: [],
  });
});

describe('a slot', () => {
  it('is as it was set last, each of the six for itself', async () => {
    const { nadia, practiceId } = await begin();
    await accepted(setSlot(nadia, practiceId, { setAt: minutesAgo(50) }));
    await accepted(setSlot(nadia, practiceId, { slot: 'place', status: 'missing', text: null }));
    const id = v7();
    const setAt = minutesAgo(10);
    await accepted(setSlot(nadia, practiceId, { status: 'not-needed', text: null, setAt }, id));
    const { slots } = await supportOf(nadia, practiceId);
    expect(slots.map(({ slot, status }) => [slot, status])).toEqual([
      ['kit', 'not-needed'],
      ['place', 'missing'],
    ]);
    expect(slots[0]).toEqual({ id, practiceId, slot: 'kit', status: 'not-needed', text: null, setAt });
  });

  it('counts on the page once it is in place or not needed, and no more once it is missing', async () => {
    const { nadia, practiceId } = await begin();
    const share = async () => (await nadia.read(PracticePage, `/api/practices/${practiceId}`)).supportShare;
    expect(await share()).toBe(0);
    await accepted(setSlot(nadia, practiceId, { setAt: minutesAgo(50) }));
    await accepted(setSlot(nadia, practiceId, { slot: 'people', status: 'not-needed' }));
    await accepted(setSlot(nadia, practiceId, { slot: 'place', status: 'missing' }));
    expect(await share()).toBeCloseTo(2 / 6, 12);
    await accepted(setSlot(nadia, practiceId, { status: 'missing', setAt: minutesAgo(10) }));
    expect(await share()).toBeCloseTo(1 / 6, 12);
  });

  it('is in force by when it was set, not by when home heard of it', async () => {
    const { nadia, practiceId } = await begin();
    await accepted(setSlot(nadia, practiceId, { text: 'on the laptop, later', setAt: minutesAgo(5) }));
    await accepted(setSlot(nadia, practiceId, { text: 'on the phone, offline', setAt: minutesAgo(15) }));
    expect((await supportOf(nadia, practiceId)).slots.map(({ text }) => text)).toEqual([
      'on the laptop, later',
    ]);
  });

  it.each([
    ['no slot of the six', { slot: 'luck' }],
    ['a status of its own', { status: 'perhaps' }],
    ['empty words', { text: ' \n' }],
    ['more words than fit', { text: 'a'.repeat(301) }],
    ['a moment of next week', { setAt: '2026-03-09T10:00:00Z' }],
  ])('is refused with %s', async (_, nonsense) => {
    const { nadia, practiceId } = await begin();
    const answer = await setSlot(nadia, practiceId, nonsense as Partial<SupportSlotBody>);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([422, 'invalid']);
    expect((await supportOf(nadia, practiceId)).slots).toEqual([]);
  });
});

describe('what was in place in a session', () => {
  it('is one answer a session, the newest, and the newest session first', async () => {
    const { nadia, practiceId, sessionId } = await begin();
    const laterId = v7();
    const startedAt = minutesAgo(20);
    await accepted(nadia.put(`/api/sessions/${laterId}`, sessionBody(practiceId, { startedAt })));
    await accepted(check(nadia, sessionId, { checkedAt: minutesAgo(40) }));
    await accepted(check(nadia, laterId, { inPlace: ['kit', 'place'], missing: [], checkedAt: startedAt }));
    await accepted(check(nadia, sessionId, { inPlace: [], missing: ['kit'], checkedAt: minutesAgo(35) }));
    await accepted(check(nadia, sessionId, { inPlace: ['mindset'], checkedAt: minutesAgo(45) }));
    const { checks } = await supportOf(nadia, practiceId);
    expect(checks.map((one) => [one.sessionId, one.inPlace, one.missing])).toEqual([
      [laterId, ['kit', 'place'], []],
      [sessionId, [], ['kit']],
    ]);
  });

  it('is refused where a slot is both in place and missing', async () => {
    const { nadia, practiceId, sessionId } = await begin();
    const answer = await check(nadia, sessionId, { inPlace: ['kit'], missing: ['kit'] });
    expect(await problemOf(answer)).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/missing', message: 'names a slot twice' }],
    });
    expect((await supportOf(nadia, practiceId)).checks).toEqual([]);
  });

  it('needs the session', async () => {
    const { nadia } = await begin();
    expect((await problemOf(await check(nadia, v7()))).code).toBe('session-not-found');
  });
});

describe('an if-then plan', () => {
  it('is read oldest first, and is gone once it was dropped', async () => {
    const { nadia, practiceId } = await begin();
    const { id: second } = await plan(nadia, practiceId, { cue: 'it rains', setAt: minutesAgo(20) });
    const { id: first } = await plan(nadia, practiceId, { setAt: minutesAgo(40) });
    expect((await supportOf(nadia, practiceId)).plans.map(({ id }) => id)).toEqual([first, second]);
    await accepted(
      plan(nadia, practiceId, { replacesId: first, isDropped: true }).then(({ answer }) => answer),
    );
    expect((await supportOf(nadia, practiceId)).plans).toEqual([
      {
        id: second,
        practiceId,
        cue: 'it rains',
        action: 'I stand in the corridor',
        setAt: minutesAgo(20),
        uses: { done: 0, cameUp: 0 },
      },
    ]);
  });

  it('counts how often it came up and how often it was carried out', async () => {
    const { nadia, practiceId, sessionId } = await begin();
    const { id } = await plan(nadia, practiceId);
    const { id: other } = await plan(nadia, practiceId, { cue: 'it rains' });
    for (const isDone of [true, false, true]) await accepted(use(nadia, id, sessionId, isDone));
    await accepted(use(nadia, other, sessionId, false));
    expect((await supportOf(nadia, practiceId)).plans.map(({ id, uses }) => [id, uses])).toEqual([
      [id, { done: 2, cameUp: 3 }],
      [other, { done: 0, cameUp: 1 }],
    ]);
  });

  it('that is said anew is another plan and counts from then on', async () => {
    const { nadia, practiceId, sessionId } = await begin();
    const { id: first } = await plan(nadia, practiceId);
    await accepted(use(nadia, first, sessionId, false));
    const { id: anew } = await plan(nadia, practiceId, { replacesId: first, action: 'I use the stairs' });
    await accepted(use(nadia, anew, sessionId, true));
    const { plans } = await supportOf(nadia, practiceId);
    expect(plans).toMatchObject([{ id: anew, action: 'I use the stairs', uses: { done: 1, cameUp: 1 } }]);
  });

  it('that two devices said anew apart is kept both ways, and either can be dropped', async () => {
    const { nadia, practiceId } = await begin();
    const { id: first } = await plan(nadia, practiceId);
    const phone = await plan(nadia, practiceId, { replacesId: first, action: 'I use the stairs' });
    const laptop = await plan(nadia, practiceId, { replacesId: first, action: 'I sit in the car' });
    const actions = async () => (await supportOf(nadia, practiceId)).plans.map(({ action }) => action);
    expect(await actions()).toEqual(['I use the stairs', 'I sit in the car']);
    await accepted(
      plan(nadia, practiceId, { replacesId: phone.id, isDropped: true }).then(({ answer }) => answer),
    );
    expect(await actions()).toEqual(['I sit in the car']);
    expect(laptop.answer.status).toBe(200);
  });

  it('cannot take the place of a plan of another practice', async () => {
    const { nadia, practiceId } = await begin();
    const other = await startPractice(nadia);
    const { id } = await plan(nadia, practiceId);
    const { answer } = await plan(nadia, other.practiceId, { replacesId: id });
    expect([answer.status, (await problemOf(answer)).code]).toEqual([404, 'replaced-not-found']);
    expect((await supportOf(nadia, practiceId)).plans).toHaveLength(1);
  });

  it('that is not known cannot have come up', async () => {
    const { nadia, sessionId } = await begin();
    expect((await problemOf(await use(nadia, v7(), sessionId, true))).code).toBe('plan-not-found');
  });
});

describe('a thing at hand', () => {
  it('is listed as it was added, said anew, and dropped', async () => {
    const { nadia, practiceId } = await begin();
    const { id: call } = await lay(nadia, practiceId, {
      label: 'Ana',
      address: 'tel:+39041',
      setAt: minutesAgo(20),
    });
    const { id: score } = await lay(nadia, practiceId, { setAt: minutesAgo(40) });
    const { id: anew } = await lay(nadia, practiceId, {
      replacesId: score,
      label: 'the new score',
      setAt: minutesAgo(30),
    });
    const shown = async () => (await supportOf(nadia, practiceId)).atHand.map(({ id }) => id);
    expect(await shown()).toEqual([anew, call]);
    await lay(nadia, practiceId, { replacesId: anew, isDropped: true });
    expect(await shown()).toEqual([call]);
  });

  it.each([
    'https://example.org/a?b=c#d',
    'http://localhost:8080/notes',
    'mailto:ana@example.org',
    'tel:+390415550100',
    'geo:45.44,12.33',
    '  https://example.org/pasted-with-blanks  ',
  ])('opens %j', async (address) => {
    const { nadia, practiceId } = await begin();
    await accepted(lay(nadia, practiceId, { address }).then(({ answer }) => answer));
    expect((await supportOf(nadia, practiceId)).atHand).toMatchObject([{ address: address.trim() }]);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' \tjavascript:alert(1)',
    'java\nscript:alert(1)',
    'https://example.org\njavascript:alert(1)',
    'javascript://https://example.org/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'DATA:text/html;base64,PGI+',
    'vbscript:msgbox',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    ' FILE:///C:/notes.txt',
    'C:\\Users\\nadia\\notes.txt',
    ' c:/notes.txt',
    '\\\\server\\share',
    '/etc/passwd',
    '  /etc/passwd',
    '~/notes.txt',
    '../notes.txt',
    '//example.org/score',
    'example.org/score',
    'https://',
    'https://exa mple.org',
    'https://example.org/\0',
    'https://example.org/\ud83c',
    `https://example.org/${'a'.repeat(2000)}`,
    '',
  ])('does not open %j', async (address) => {
    const { nadia, practiceId } = await begin();
    const { answer } = await lay(nadia, practiceId, { address });
    expect(answer.status).toBe(422);
    expect(await problemOf(answer)).toMatchObject({ code: 'invalid', errors: [{ pointer: '/address' }] });
    expect((await supportOf(nadia, practiceId)).atHand).toEqual([]);
  });

  it.each([
    ['neither an address nor a file', { address: null }],
    ['both an address and a file', { mediaSha256: 'a'.repeat(64) }],
  ])('is refused with %s', async (_, more) => {
    const { nadia, practiceId } = await begin();
    const { answer } = await lay(nadia, practiceId, more);
    expect(await problemOf(answer)).toMatchObject({
      errors: [{ pointer: '/address', message: 'has to be an address, a file or words, and one of them' }],
    });
  });
});

describe('somebody else', () => {
  it('sees nothing of it', async () => {
    const { nadia, practiceId, sessionId } = await begin();
    const tunde = await person('Tunde');
    await accepted(setSlot(nadia, practiceId));
    await accepted(check(nadia, sessionId));
    await plan(nadia, practiceId);
    await lay(nadia, practiceId);
    expect(await supportOf(tunde, practiceId)).toEqual({
      practiceId,
      slots: [],
      plans: [],
      atHand: [],
      checks: [],
    });
  });

  it('changes nothing of it', async () => {
    const { nadia, practiceId, sessionId } = await begin();
    const tunde = await person('Tunde');
    const { id } = await plan(nadia, practiceId);
    const codes = [
      await setSlot(tunde, practiceId),
      await check(tunde, sessionId),
      (await plan(tunde, practiceId, { replacesId: id, isDropped: true })).answer,
      await use(tunde, id, sessionId, false),
      (await lay(tunde, practiceId)).answer,
    ].map(async (answer) => (await problemOf(answer)).code);
    expect(await Promise.all(codes)).toEqual([
      'practice-not-found',
      'session-not-found',
      'practice-not-found',
      'plan-not-found',
      'practice-not-found',
    ]);
    expect((await supportOf(nadia, practiceId)).plans).toMatchObject([{ uses: { done: 0, cameUp: 0 } }]);
  });

  it('without a key is asked to sign in', async () => {
    const { nadia, practiceId } = await begin();
    const headers = { authorization: '' };
    const answer = await nadia.request(`/api/practices/${practiceId}/support`, { headers });
    expect(answer.status).toBe(401);
  });
});

describe('what a device sends again', () => {
  it('after days offline, in any turn, comes to the same', async () => {
    const { nadia, practiceId, sessionId } = await begin();
    const id = v7();
    await accepted(setSlot(nadia, practiceId, {}, id));
    const again = await setSlot(nadia, practiceId, {}, id);
    expect(await again.json()).toEqual({ id, outcome: 'same', touched: ['support'] });
    const other = await setSlot(nadia, practiceId, { text: 'two balls' }, id);
    expect([other.status, (await problemOf(other)).code]).toEqual([409, 'id-taken']);
    await accepted(check(nadia, sessionId, { checkedAt: '2026-01-03T10:00:00Z' }));
    expect((await supportOf(nadia, practiceId)).checks).toHaveLength(1);
  });
});
