import { z } from 'zod';
import type { Config } from '../../config.ts';
import { freePortNear, probePort } from '../../serving/probe-port.ts';
import { findRunningServer } from '../../serving/server-note.ts';
import { type Finding, note, ok, wrong } from './finding.ts';

const LONGEST_ANSWER_MS = 3_000;
const Health = z.object({ status: z.literal('ok'), version: z.string() });

/** Free, or held by a Bottega; anything else would keep the next start from listening. */
export async function examinePort({ host, port, dataFolder }: Config, version: string): Promise<Finding> {
  const fault = (await probePort(host, port))?.code;
  if (fault === undefined) {
    const elsewhere = await findRunningServer(dataFolder);
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
      `Stop that, or choose another: PORT=${(await freePortNear(host, port)) ?? 4680}.`,
    );
  }
  const own = await findRunningServer(dataFolder);
  if (own === undefined || new URL(own.address).port !== String(port)) {
    return note(
      'port',
      `Another Bottega (${running}), not the one of this data folder, answers on ${port}. To start this one too, choose another: PORT=${(await freePortNear(host, port)) ?? 4680}.`,
    );
  }
  if (running === version) return ok('port', `Bottega ${running} answers on ${port}.`);
  return note('port', `Bottega ${running} answers on ${port}; this is ${version}.`);
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
