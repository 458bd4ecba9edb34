import { createServer, type Server } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { freePortNear, probePort } from './probe-port.ts';

const HOST = '127.0.0.1';
const holders: Server[] = [];
afterAll(() => Promise.all(holders.map((held) => new Promise((resolve) => held.close(resolve)))));

/** Holds this port, or any that is free; gives which. */
async function hold(port: number): Promise<number> {
  const holder = createServer();
  holders.push(holder);
  await new Promise<void>((resolve, reject) => {
    holder.once('error', reject);
    holder.listen(port, HOST, resolve);
  });
  const address = holder.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it('names a port near by that is free, and another once that is taken', async () => {
  const port = await hold(0);
  expect(await probePort(HOST, port)).toMatchObject({ code: 'EADDRINUSE' });
  const first = await freePortNear(HOST, port);
  expect(first).not.toBe(port);
  await hold(first ?? 0);
  const second = await freePortNear(HOST, port);
  expect([undefined, port, first]).not.toContain(second);
  expect(await probePort(HOST, second ?? port)).toBeUndefined();
});

it('looks below where there is nothing above', async () => {
  expect(await freePortNear(HOST, 65_535)).toBeLessThan(65_535);
});
