import { stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { commandFolder } from '../../../tests/support/command-place.ts';
import { freshApp } from '../../../tests/support/fresh-app.ts';
import { addressOf, runBottega } from '../../../tests/support/run-bottega.ts';
import { createApp } from '../../server.ts';
import { systemClock } from '../clock.ts';
import { ensureLocalKey } from '../command-line/ensure-local-key.ts';
import { readConfig } from '../config.ts';
import { silentLog } from '../log.ts';
import { startServer } from './serve.ts';
import { findRunningServer, readServerNote, writeServerNote } from './server-note.ts';
import { newSecret } from './server-proof.ts';

const folder = await commandFolder();
const { connection, store } = await freshApp({ library: true });

/** Somebody who listens where a server of ours listened, and keeps all that they are sent. */
async function stranger(): Promise<{ address: string; heard: string[] }> {
  const heard: string[] = [];
  const server: Server = createServer((request, response) => {
    heard.push(`${request.url} ${JSON.stringify(request.headers)}`);
    response.setHeader('bottega-proof', 'A'.repeat(43));
    response.end('{"status":"ok","version":"0.1.0"}');
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`,
    heard,
  };
}

it('a key goes to nobody who only listens at the address of a server that was killed', async () => {
  const dataFolder = join(folder, 'killed');
  const key = await ensureLocalKey(store, dataFolder);
  const { address, heard } = await stranger();
  const secret = newSecret();
  // Of a process that lives, and that we may signal: the number of the killed one went to it.
  await writeServerNote(dataFolder, { address, pid: process.pid, secret });
  const { exitCode, out, err } = await runBottega(['log', 'juggling', '7', '--start', '--json'], {
    env: { BOTTEGA_DATA: dataFolder, DATABASE_URL: addressOf(connection) },
  });
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(z.object({ attemptId: z.uuid() }).safeParse(JSON.parse(out.toString())).success).toBe(true);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatch(/^\/health /);
  expect(heard.join()).not.toContain(key);
  expect(heard.join()).not.toContain(secret);
});

it('a server proves that it is the one of the note, each time anew, and takes its note back', async () => {
  const dataFolder = join(folder, 'running');
  const config = readConfig({ BOTTEGA_DATA: dataFolder, PORT: '0', DATABASE_URL: addressOf(connection) });
  const wiring = { createApp, loadLibrary: async () => ({ files: 0, changed: 0, unreadable: [] }) };
  const server = await startServer(wiring, {
    config,
    clock: systemClock,
    log: silentLog,
    version: '0.0.0-test',
    say: () => {},
    isApiOnly: true,
  });
  expect((await stat(join(dataFolder, 'server.json'))).mode & 0o777).toBe(0o600);
  const file = join(dataFolder, 'server.json');
  // In this process, whose number can be no other server's; a note of ours is one to take back all the same.
  expect(await readServerNote(dataFolder)).toBeUndefined();
  const ask = async (challenge: string) => {
    const answer = await fetch(`${server.address}/health`, { headers: { 'bottega-challenge': challenge } });
    return answer.headers.get('bottega-proof');
  };
  const [first, again, other] = await Promise.all(['a', 'a', 'b'].map((sign) => ask(sign.repeat(43))));
  expect(first).toMatch(/^[\w-]{43}$/);
  expect([again === first, other === first]).toEqual([true, false]);
  expect(await ask('too short')).toBeNull();
  await server.close();
  await expect(stat(file)).rejects.toThrow('ENOENT');
});

it.each([
  ['what is no note', 'hello'],
  ['one of an earlier version, which proves nothing', '{"address":"http://127.0.0.1:1","pid":1}'],
])('%s names no server', async (_, text) => {
  const dataFolder = join(folder, 'running');
  await writeFile(join(dataFolder, 'server.json'), text);
  expect(await findRunningServer(dataFolder)).toBeUndefined();
});
