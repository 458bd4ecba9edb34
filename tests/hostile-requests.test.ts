import { once } from 'node:events';
import { connect } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { Problem } from '../src/platform/contract.ts';
import { freshApp } from './support/fresh-app.ts';
import { accepted, attemptBody, startPractice } from './support/practice-facts.ts';

const { app, person } = await freshApp({ library: true });
const nadia = await person();
const ids = await startPractice(nadia);

const problemOf = async (answer: Promise<Response>) => Problem.parse(await (await answer).json());

describe('values at the edge of what there is', () => {
  it.each([
    ['startedAt', '2026-01-01T00:00:00+23:59'],
    ['startedAt', `2026-01-01T00:00:00.${'1'.repeat(500)}Z`],
    ['localDay', '0000-01-01'],
    ['localDay', '9999-12-31'],
    ['durationSeconds', 86_400.001],
    ['sequence', 2 ** 31],
    ['conditions', { grip: 'a\u0000b' }],
    ['conditions', { '\ud800': 'x' }],
  ])('are refused with a pointer to them: %s %.40s', async (name, value) => {
    const problem = await problemOf(
      nadia.put(`/api/attempts/${v7()}`, { ...attemptBody(ids), [name]: value }),
    );
    expect(problem).toMatchObject({ status: 422, code: 'invalid' });
    expect(problem.errors?.[0]?.pointer).toMatch(new RegExp(`^/${name}`));
  });

  it.each([
    ['another number than PostgreSQL has', ['2026-01-01T00:00:00.000Z', v7(), 2 ** 53 - 1, v7()]],
    ['a year that is none', ['0000-01-01T00:00:00.000Z', v7(), 1, v7()]],
    ['too little', ['2026-01-01T00:00:00.000Z']],
    ['no list', { a: 1 }],
  ])('are refused in a position that was made up: %s', async (_, position) => {
    const before = Buffer.from(JSON.stringify(position)).toString('base64url');
    expect(
      await problemOf(nadia.request(`/api/practices/${ids.practiceId}/attempts?before=${before}`)),
    ).toMatchObject({ status: 422, errors: [{ pointer: '?before' }] });
  });

  it('are taken where they are only unusual', async () => {
    const practiceId = ids.practiceId.toUpperCase();
    const sent = { ...attemptBody(ids), practiceId, conditions: { '\u202egnilaer': '\u0301'.repeat(50) } };
    await accepted(nadia.put(`/api/attempts/${crypto.randomUUID()}`, sent));
    const minusNothing = JSON.stringify(attemptBody(ids)).replace('"value":7', '"value":-0');
    const [first, again] = [v7(), '{"value":0}'];
    for (const body of [minusNothing, JSON.stringify({ ...attemptBody(ids), ...JSON.parse(again) })])
      await accepted(nadia.request(`/api/attempts/${first}`, { method: 'PUT', body }));
  });
});

describe('who is nobody here', () => {
  const endless = () => {
    let taken = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        taken += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    return { body, taken: () => taken };
  };

  it.each([
    ['/api/imports', 'application/zip'],
    [`/api/imports/${v7()}`, 'multipart/form-data; boundary=x'],
    [`/api/imports/${v7()}/preview`, 'multipart/form-data; boundary=x'],
  ])('is refused at %s before anything of a body without an end is kept', async (path, type) => {
    const { body, taken } = endless();
    const answer = await app.request(path, {
      method: 'POST',
      body,
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
      duplex: 'half',
    });
    expect(answer.status).toBe(401);
    expect(taken()).toBeLessThan(5);
  });
});

describe('a body that comes slowly', () => {
  /** Two pieces, the second of them when it is let go. */
  function slow() {
    const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let taken = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          taken += 1;
          controller.enqueue(new Uint8Array(64 * 1024));
          if (taken < 2) return;
          begun.resolve();
          await go.promise;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    return { body, begun: begun.promise, letGo: go.resolve, taken: () => taken };
  }
  const send = (path: string, type: string, body: ReadableStream) =>
    nadia.request(path, { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' });

  it('holds the turn, and nothing of the next one is taken in before that is over', async () => {
    const [first, second] = [slow(), slow()];
    const answers = [first, second].map(({ body }) => send('/api/imports', 'application/zip', body));
    await first.begun;
    // Others are answered all the while.
    expect((await nadia.request('/api/bench')).status).toBe(200);
    expect(second.taken()).toBe(0);
    first.letGo();
    expect((await answers[0])?.status).toBe(422);
    await second.begun;
    second.letGo();
    expect((await answers[1])?.status).toBe(422);
  });
});

describe('a body that breaks off', () => {
  const logged: string[] = [];
  const log = (event: string, facts?: Readonly<Record<string, unknown>>) => {
    logged.push(`${event} ${JSON.stringify(facts)}`);
  };

  it.each([
    ['a file', 'POST /api/imports', 'application/zip', 'content-length: 100000\r\n\r\nPK'],
    [
      'a file of no said length',
      'POST /api/imports',
      'application/zip',
      'transfer-encoding: chunked\r\n\r\n2\r\nPK',
    ],
    [
      'a form',
      `POST /api/imports/${v7()}`,
      'multipart/form-data; boundary=x',
      'content-length: 9999\r\n\r\n--x',
    ],
    ['a fact', `PUT /api/attempts/${v7()}`, 'application/json', 'content-length: 100\r\n\r\n{"a":'],
    [
      'a fact of no said length',
      `PUT /api/attempts/${v7()}`,
      'application/json',
      'transfer-encoding: chunked\r\n\r\n2\r\n{"',
    ],
  ])('is its sender’s end, and no fault of the server: %s', async (_, line, type, rest) => {
    const other = await freshApp({ log });
    const who = await other.person();
    const over = Promise.withResolvers<number>();
    const server = listen({
      port: 0,
      hostname: '127.0.0.1',
      fetch: async (request) => {
        const answer = await other.app.fetch(request);
        over.resolve(answer.status);
        return answer;
      },
    });
    await once(server, 'listening');
    const bound = server.address();
    const socket = connect(typeof bound === 'object' ? (bound?.port ?? 0) : 0, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `${line} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${who.key}\r\ncontent-type: ${type}\r\n${rest}`,
    );
    await once(server, 'request');
    socket.resetAndDestroy();
    expect(await over.promise).toBe(422);
    expect(logged).toEqual([]);
    server.close();
  });
});

describe('an answer of the API', () => {
  it.each(['/api/me', '/api/bench', '/api/nothing', '/api/export', '/api/openapi.json'])(
    'is kept by no cache: %s',
    async (path) => {
      const answer = await nadia.request(path);
      await answer.body?.cancel();
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  it.each(['OPTIONS', 'PATCH', 'PROPFIND', 'DELETE'])(
    'to %s is that there is nothing, and tells no other site anything',
    async (method) => {
      const answer = await nadia.request('/api/bench', {
        method,
        headers: { origin: 'https://elsewhere.example' },
      });
      expect(answer.status).toBe(404);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );

  it('to HEAD is that to GET, without its body', async () => {
    const [head, get] = [
      await nadia.request('/api/bench', { method: 'HEAD' }),
      await nadia.request('/api/bench'),
    ];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
  });
});
