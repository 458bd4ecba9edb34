import { createServer } from 'node:net';

const NEIGHBOURS = 20;
const HIGHEST_PORT = 65_535;
const FIRST_FREE_TO_ALL = 1024;

/** Why nothing could listen there now, or undefined where it could. Nothing listens on when this returns. */
export function probePort(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen({ host, port }, () => probe.close(() => resolve(undefined)));
  });
}

/** A port near this one that is free now; undefined where none of its neighbours is. */
export async function freePortNear(host: string, port: number): Promise<number | undefined> {
  const highest = Math.min(HIGHEST_PORT, port + NEIGHBOURS);
  for (let near = port + 1; near <= highest; near += 1)
    if ((await probePort(host, near)) === undefined) return near;
  const lowest = Math.max(FIRST_FREE_TO_ALL, port - NEIGHBOURS);
  for (let near = port - 1; near >= lowest; near -= 1)
    if ((await probePort(host, near)) === undefined) return near;
  return undefined;
}
