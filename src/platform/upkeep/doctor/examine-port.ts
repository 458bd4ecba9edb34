import { createServer } from 'node:net';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { readServerNote } from '../../serving/server-note.ts';
import { type Finding, note, ok, wrong } from './finding.ts';

const LONGEST_ANSWER_MS = 3_000;
const Health = z.object({ status: z.literal('ok'), version: z.string() });

/** Free, or held by a Bottega; anything else would keep the next start from listening. */
export async function examinePort({ host, port, dataFolder }: Config, version: string): Promise<Finding> {
  const fault = await listenFault(host, port);
  if (fault === undefined) {
    const elsewhere = await readServerNote(dataFolder);
    return ok(
      'port',
      elsewhere === undefined
        ? `${port} is free on ${host}; Bottega is not running there.`
        : `${port} is free on ${host}; the Bottega of this data folder answers at ${elsewhere.address}.`,
    );
  }
  if (fault !== 'EADDRINUSE') {
    return wrong(
      'port',
      `${host}:${port} cannot be listened on (${fault}).`,
      'Set HOST and PORT to another address.',
    );
  }
  const running = await askHealth(host, port);
  if (running === undefined) {
    return wrong(
      'port',
      `${port} is used by another program.`,
      `Stop that, or choose another: PORT=${otherThan(port)}.`,
    );
  }
  if (running === version) return ok('port', `Bottega ${running} answers on ${port}.`);
  return note('port', `Bottega ${running} answers on ${port}; this is ${version}.`);
}

export function otherThan(port: number): number {
  return port < 65_535 ? port + 1 : 4680;
}

function listenFault(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port }, () => probe.close(() => resolve(undefined)));
  });
}

async function askHealth(host: string, port: number): Promise<string | undefined> {
  // Whoever listens on every address is asked on this machine's own.
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  try {
    const answer = await fetch(`http://${name}:${port}/health`, {
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
    });
    const health = Health.safeParse(await answer.json());
    return health.success ? health.data.version : undefined;
  } catch {
    return undefined;
  }
}
