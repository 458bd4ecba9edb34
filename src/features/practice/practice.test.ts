import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import {
  accepted,
  attemptBody,
  payoffBody,
  practiceBody,
  sessionBody,
  startPractice,
} from '../../../tests/support/practice-facts.ts';
import { Problem } from '../../platform/contract.ts';
import { AttemptList, AttemptRow, Bench, PracticePage } from './contract.ts';
import { PracticePicture } from './picture-contract.ts';

const { person, store } = await freshApp({ library: true });

const valuesOf = (picture: PracticePicture['picture']) =>
  picture?.drawn.kind === 'points' ? picture.drawn.points.map((point) => point.value) : [];

describe('recording practice', () => {
  it('logs an attempt, and shows it on the bench and in the picture', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const logged = await nadia.put(`/api/attempts/${v7()}`, attemptBody(ids, { value: 12 }));
    expect(logged.status).toBe(200);
    expect(await logged.json()).toMatchObject({
      outcome: 'stored',
      touched: expect.arrayContaining(['bench']),
    });

    const bench = await nadia.read(Bench, '/api/bench');
    expect(bench.practices).toHaveLength(1);
    expect(bench.practices[0]).toMatchObject({
      id: ids.practiceId,
      attempts: 1,
      payoff: { unit: 'catches' },
      variables: expect.arrayContaining(['ball']),
    });

    const { picture } = await nadia.read(PracticePicture, `/api/practices/${ids.practiceId}/picture`);
    expect(picture).toMatchObject({ n: 1, personalBest: { value: 12 }, trend: { kind: 'too-few-attempts' } });
  });

  it('shows the line of the last session, and no older one where that left none', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const lineNow = async () => (await nadia.read(Bench, '/api/bench')).practices[0]?.lastLine;
    const end = (sessionId: string, endedAt: string, line: string | null) =>
      accepted(nadia.put(`/api/sessions/${sessionId}/end`, { endedAt, line }));
    await end(ids.sessionId, '2026-03-01T08:10:00Z', 'Throw higher.');
    expect(await lineNow()).toBe('Throw higher.');
    const later = v7();
    const startedAt = '2026-03-01T09:00:00Z';
    await accepted(nadia.put(`/api/sessions/${later}`, sessionBody(ids.practiceId, { startedAt })));
    await end(later, '2026-03-01T09:10:00Z', null);
    expect(await lineNow()).toBeNull();
  });

  it('changes nothing when the same attempt comes again, and keeps both when another body comes under its id', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const id = v7();
    await nadia.put(`/api/attempts/${id}`, attemptBody(ids, { value: 3 }));
    const again = await nadia.put(`/api/attempts/${id}`, attemptBody(ids, { value: 3 }));
    expect(await again.json()).toMatchObject({ outcome: 'same' });

    const other = await nadia.put(`/api/attempts/${id}`, attemptBody(ids, { value: 4 }));
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: 'id-taken', stored: { id, value: 3 } });

    const list = await nadia.read(AttemptList, `/api/practices/${ids.practiceId}/attempts`);
    expect(list.attempts).toHaveLength(1);
  });

  it('answers another body under the id of a payoff or a practice with what is kept, in words of the contract alone', async () => {
    const nadia = await person();
    const { practiceId, payoffId } = await startPractice(nadia);
    const kept = async (path: string, body: unknown) => {
      const answer = await nadia.put(path, body);
      expect(answer.status).toBe(409);
      return Problem.parse(await answer.json()).stored;
    };
    const payoff = payoffBody(practiceId);
    const { setAt, ...words } = payoff;
    expect(await kept(`/api/payoffs/${payoffId}`, { ...payoff, unit: 'throws' })).toEqual({
      id: payoffId,
      ...words,
      part: null,
      setAt: expect.any(String),
    });
    const practice = practiceBody();
    const stored = await kept(`/api/practices/${practiceId}`, {
      ...practice,
      startedAt: setAt.replace('08', '09'),
    });
    expect(stored).toEqual({ id: practiceId, ...practice, startedAt: expect.any(String) });
  });

  it('leaves out a retracted attempt everywhere, and still knows it', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const id = v7();
    await nadia.put(`/api/attempts/${id}`, attemptBody(ids));
    await nadia.put(`/api/retractions/${v7()}`, { attemptId: id, retractedAt: '2026-03-01T08:02:00Z' });
    const bench = await nadia.read(Bench, '/api/bench');
    expect(bench.practices[0]?.attempts).toBe(0);
    const again = await nadia.put(`/api/attempts/${id}`, attemptBody(ids));
    expect(await again.json()).toMatchObject({ outcome: 'same' });
  });

  it('answers one attempt as it stands, and none that was taken back', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const ids = await startPractice(nadia);
    const [id, made] = [v7(), attemptBody(ids, { value: 740 })];
    await accepted(nadia.put(`/api/attempts/${id}`, made));
    const remark = { attemptId: id, replacesId: null, feel: 7, text: 'loud', tags: [] };
    const writtenAt = '2026-03-01T08:02:00.000Z';
    await accepted(nadia.put(`/api/remarks/${v7()}`, { ...remark, writtenAt }));
    const found = await nadia.read(AttemptRow, `/api/attempts/${id}`);
    expect(found).toMatchObject({ ...made, id, remarks: [{ text: 'loud' }] });
    expect((await ruth.request(`/api/attempts/${id}`)).status).toBe(404);

    await accepted(nadia.put(`/api/retractions/${v7()}`, { attemptId: id, retractedAt: writtenAt }));
    const gone = await nadia.request(`/api/attempts/${id}`);
    expect([gone.status, await gone.json()]).toMatchObject([404, { code: 'attempt-not-found' }]);
  });

  it('keeps both edits of a remark that two devices made from the same one', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const attemptId = v7();
    await nadia.put(`/api/attempts/${attemptId}`, attemptBody(ids));
    const first = v7();
    const remark = (text: string, replacesId: string | null, minute: number) => ({
      attemptId,
      replacesId,
      feel: null,
      text,
      tags: [],
      writtenAt: `2026-03-01T08:0${minute}:00Z`,
    });
    await nadia.put(`/api/remarks/${first}`, remark('stiff', null, 2));
    await nadia.put(`/api/remarks/${v7()}`, remark('stiff shoulders', first, 3));
    await nadia.put(`/api/remarks/${v7()}`, remark('stiff wrists', first, 4));
    const list = await nadia.read(AttemptList, `/api/practices/${ids.practiceId}/attempts`);
    expect(list.attempts[0]?.remarks.map((kept) => kept.text)).toEqual(['stiff shoulders', 'stiff wrists']);
  });

  it('orders attempts by the device’s count within a session, whatever its clock said', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const log = (sequence: number, startedAt: string) =>
      nadia.put(`/api/attempts/${v7()}`, attemptBody(ids, { sequence, startedAt, value: sequence }));
    await log(2, '2026-03-01T08:01:00Z');
    await log(1, '2026-03-01T08:05:00Z');
    await log(3, '2026-03-01T08:00:30Z');
    const { picture } = await nadia.read(PracticePicture, `/api/practices/${ids.practiceId}/picture`);
    expect(valuesOf(picture)).toEqual([1, 2, 3]);
  });

  it('pages through attempts, newest first, each once', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    for (let sequence = 1; sequence <= 7; sequence++) {
      await nadia.put(`/api/attempts/${v7()}`, attemptBody(ids, { sequence, value: sequence }));
    }
    const seen: (number | null)[] = [];
    let next: string | null = '';
    while (next !== null) {
      const before: string = next === '' ? '' : `&before=${next}`;
      const page = await nadia.read(
        AttemptList,
        `/api/practices/${ids.practiceId}/attempts?limit=3${before}`,
      );
      seen.push(...page.attempts.map((attempt) => attempt.value));
      next = page.next;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('loses none between two pages where a session began between two milliseconds', async () => {
    const nadia = await person();
    const { practiceId, payoffId } = await startPractice(nadia);
    const sessionId = v7();
    const startedAt = '2026-03-01T09:00:00.123456Z';
    await accepted(nadia.put(`/api/sessions/${sessionId}`, sessionBody(practiceId, { startedAt })));
    const seen: (number | null)[] = [];
    for (let sequence = 1; sequence <= 5; sequence++) {
      const body = attemptBody({ practiceId, payoffId, sessionId }, { sequence, value: sequence, startedAt });
      await accepted(nadia.put(`/api/attempts/${v7()}`, body));
    }
    const path = `/api/practices/${practiceId}/attempts?limit=2`;
    for (let next: string | null = ''; next !== null; ) {
      const page: AttemptList = await nadia.read(AttemptList, next === '' ? path : `${path}&before=${next}`);
      seen.push(...page.attempts.map((attempt) => attempt.value));
      next = page.next;
    }
    expect(seen).toEqual([5, 4, 3, 2, 1]);
  });

  it('goes on behind an attempt that was taken back, and refuses one that is of no page', async () => {
    const nadia = await person();
    const [ids, other] = [await startPractice(nadia), await startPractice(nadia)];
    const attemptIds = [v7(), v7(), v7()];
    for (const [index, id] of attemptIds.entries()) {
      const body = attemptBody(ids, { sequence: index + 1, value: index + 1 });
      await accepted(nadia.put(`/api/attempts/${id}`, body));
    }
    const before = attemptIds[1] ?? '';
    const retraction = { attemptId: before, retractedAt: '2026-03-01T08:10:00Z' };
    await accepted(nadia.put(`/api/retractions/${v7()}`, retraction));
    const page = await nadia.read(AttemptList, `/api/practices/${ids.practiceId}/attempts?before=${before}`);
    expect(page.attempts.map(({ value }) => value)).toEqual([1]);
    for (const [practiceId, position] of [
      [other.practiceId, before],
      [ids.practiceId, v7()],
    ]) {
      const answer = await nadia.request(`/api/practices/${practiceId}/attempts?before=${position}`);
      expect(await answer.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: '?before' }] });
    }
  });

  it('compares only attempts made under the measure in force', async () => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    await nadia.put(`/api/attempts/${v7()}`, attemptBody(ids, { value: 12 }));
    const payoffId = v7();
    await nadia.put(
      `/api/payoffs/${payoffId}`,
      payoffBody(ids.practiceId, { kind: 'duration', unit: 's', setAt: '2026-03-01T09:00:00Z' }),
    );
    await nadia.put(`/api/attempts/${v7()}`, attemptBody({ ...ids, payoffId }, { sequence: 2, value: 31.5 }));
    const { picture } = await nadia.read(PracticePicture, `/api/practices/${ids.practiceId}/picture`);
    expect(valuesOf(picture)).toEqual([31.5]);
  });
});

describe('many attempts at once', () => {
  it('each gets the answer that is its own, in its own space, whatever the others get', async () => {
    const people = await Promise.all(['Nadia', 'Ruth', 'Tunde'].map((name) => person(name)));
    const began = await Promise.all(people.map(async (who) => ({ who, ids: await startPractice(who) })));
    const answers = await Promise.all(
      Array.from({ length: 90 }, async (_, index) => {
        const { who, ids } = began[index % 3] ?? expect.unreachable();
        const isLost = index % 10 === 7;
        const body = attemptBody(isLost ? { ...ids, sessionId: v7() } : ids, {
          sequence: index + 1,
          value: index,
        });
        return { isLost, status: (await who.put(`/api/attempts/${v7()}`, body)).status };
      }),
    );
    expect(answers.filter(({ isLost, status }) => status !== (isLost ? 404 : 200))).toEqual([]);
    for (const [place, { who, ids }] of began.entries()) {
      const { attempts } = await who.read(AttemptList, `/api/practices/${ids.practiceId}/attempts?limit=100`);
      const expected = Array.from({ length: 90 }, (_, index) => index).filter(
        (n) => n % 3 === place && n % 10 !== 7,
      );
      expect(attempts.map((attempt) => attempt.value).reverse()).toEqual(expected);
    }
  });
});

describe('what is refused', () => {
  it.each([
    ['a value that the measure cannot take', { value: 2.5 }, 422, 'value-impossible'],
    ['a session that is not known', { sessionId: v7() }, 404, 'session-not-found'],
    ['a payoff that is not known', { payoffId: v7() }, 404, 'payoff-not-found'],
    ['a day that does not exist', { localDay: '2026-02-30' }, 422, 'invalid'],
  ])('%s, and nothing is stored', async (_, more, status, code) => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const answer = await nadia.put(`/api/attempts/${v7()}`, attemptBody(ids, more));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code });
    const list = await nadia.read(AttemptList, `/api/practices/${ids.practiceId}/attempts`);
    expect(list.attempts).toEqual([]);
  });

  it.each([
    [{ value: 2.5 }, {}, 'not a whole number'],
    [{ value: -1 }, {}, 'below 0, the least it can be'],
    [
      { value: 1.5 },
      { kind: 'proportion', unit: 'in the ring', target: { low: 0.5, high: null } },
      /between 0 and 1/,
    ],
  ] as const)(
    'a value that the measure cannot take, in words of its own: %o',
    async (more, payoff, words) => {
      const nadia = await person();
      const ids = await startPractice(nadia, payoff);
      const answer = await nadia.put(`/api/attempts/${v7()}`, attemptBody(ids, more));
      expect(await answer.json()).toMatchObject({
        code: 'value-impossible',
        errors: [{ pointer: '/value', message: expect.stringMatching(words) }],
      });
    },
  );

  it.each([
    ['a rating beyond any', { kind: 'rating', target: { low: 1e308, high: null } }, '/target/low'],
    ['a share over one', { kind: 'proportion', target: { low: 1.5, high: null } }, '/target/low'],
    ['half a count', { kind: 'count', target: { low: 2.5, high: null } }, '/target/low'],
    ['an upper end for more', { direction: 'up', target: { low: null, high: 30 } }, '/target/high'],
    ['a lower end for less', { direction: 'down', target: { low: 30, high: null } }, '/target/low'],
    ['half a range', { direction: 'within', target: { low: 30, high: null } }, '/target/high'],
    ['a range turned round', { direction: 'within', target: { low: 30, high: 20 } }, '/target/high'],
  ] as const)('as a target, %s', async (_, payoff, pointer) => {
    const nadia = await person();
    const ids = await startPractice(nadia);
    const answer = await nadia.put(`/api/payoffs/${v7()}`, payoffBody(ids.practiceId, payoff));
    expect(answer.status).toBe(422);
    const problem = Problem.parse(await answer.json());
    expect(problem).toMatchObject({ code: 'invalid', errors: [{ pointer }] });
    expect(problem.errors?.[0]?.message).toMatch(/^(a|the) [a-z]/);
    const page = await nadia.read(PracticePage, `/api/practices/${ids.practiceId}`);
    expect(page.payoffs).toHaveLength(1);
  });

  it('a session of another practice', async () => {
    const nadia = await person();
    const [one, other] = [await startPractice(nadia), await startPractice(nadia)];
    const answer = await nadia.put(
      `/api/attempts/${v7()}`,
      attemptBody({ ...one, sessionId: other.sessionId }),
    );
    expect(await answer.json()).toMatchObject({ code: 'session-not-found' });
  });

  it('a practice of a micromastery or a version that is not there', async () => {
    const nadia = await person();
    const answer = await nadia.put(`/api/practices/${v7()}`, practiceBody({ micromasteryVersion: 99 }));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'micromastery-not-found' });
  });

  it('anybody without a key, and a body that is not JSON', async () => {
    const nadia = await person();
    const none = await nadia.request('/api/bench', { headers: { authorization: 'Bearer btg_wrong' } });
    expect(none.status).toBe(401);
    const text = await nadia.request(`/api/practices/${v7()}`, {
      method: 'PUT',
      body: 'hello',
      headers: { 'content-type': 'text/plain' },
    });
    expect(text.status).toBe(415);
  });
});

describe('another person', () => {
  it('reads nothing and writes nothing of mine, through HTTP or through SQL', async () => {
    const [nadia, ruth] = [await person('Nadia'), await person('Ruth')];
    const ids = await startPractice(nadia);
    const attemptId = v7();
    await nadia.put(`/api/attempts/${attemptId}`, attemptBody(ids));
    expect((await ruth.request(`/api/practices/${ids.practiceId}`)).status).toBe(404);
    expect((await ruth.request(`/api/practices/${ids.practiceId}/picture`)).status).toBe(404);
    expect((await ruth.put(`/api/attempts/${v7()}`, attemptBody(ids))).status).toBe(404);
    const stolen = await ruth.put(`/api/retractions/${v7()}`, {
      attemptId,
      retractedAt: '2026-03-01T08:02:00Z',
    });
    expect(stolen.status).toBe(404);
    const rows = await store.inSpace(ruth.spaceId, (trx) => trx.selectFrom('attempt').selectAll().execute());
    expect(rows).toEqual([]);
  });
});
