import { randomBytes } from 'node:crypto';
import { serve as listen, type ServerType } from '@hono/node-server';
import type { Clock } from '../clock.ts';
import { ensureLocalKey } from '../command-line/ensure-local-key.ts';
import { type Config, ConfigFault, isLoopback } from '../config.ts';
import type { Store } from '../database.ts';
import type { Log } from '../log.ts';
import { mediaFolder } from '../media/media-folder.ts';
import { sweepDaily } from '../media/sweep-media.ts';
import { openDatabase, whileItComesBack } from '../open-database.ts';
import { localPerson } from '../people/store.ts';
import { places } from '../places.ts';
import type { LocalSignIn } from '../session.ts';
import { freePortNear, probePort } from './probe-port.ts';
import { removeServerNote, writeServerNote } from './server-note.ts';
import { answerChallenge, newSecret } from './server-proof.ts';
import { watchFolder } from './watch-folder.ts';
import { freshWebBuild } from './web-builder.ts';

type FetchApp = { fetch(request: Request, env?: unknown): Response | Promise<Response> };

/** What the roots hand over: the server's side of every feature. */
export type Wiring = {
  createApp(options: {
    store: Store;
    clock: Clock;
    log: Log;
    version: string;
    local: LocalSignIn | undefined;
    webFolder: string | undefined;
    dataFolder: string;
  }): FetchApp | Promise<FetchApp>;
  loadLibrary(
    store: Store,
    folder: string,
  ): Promise<{ files: number; changed: number; unreadable: readonly string[] }>;
};

export type ServeOptions = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  /** Plain words for the person who waits. */
  readonly say: (line: string) => void;
  /** Only the API: the screens are neither built nor served. */
  readonly isApiOnly: boolean;
};

export type RunningServer = {
  readonly address: string;
  /** Address with the token that signs this machine's person in; the same as `address` where that is not offered. */
  readonly link: string;
  /** The same for a browser that this process opens: it signs in once. */
  readonly linkOnce: string;
  close(): Promise<void>;
};

export async function startServer(wiring: Wiring, options: ServeOptions): Promise<RunningServer> {
  const { config, clock, log, version, say } = options;
  await refusePortInUse(config);
  const database = await openDatabase(config, say);
  try {
    const webFolder = options.isApiOnly ? undefined : await freshWebBuild(say);
    const localSpace = async () => {
      await ensureLocalKey(database.store, config.dataFolder);
      return localPerson(database.store);
    };
    await whileItComesBack(localSpace);
    const loadLibrary = async () => tellLoaded(await wiring.loadLibrary(database.store, places.library), say);
    await whileItComesBack(loadLibrary);
    const stopWatching = watchFolder(places.library, () => {
      loadLibrary().catch((error) => log('library-not-loaded', { error: String(error) }));
    });

    const ports = { store: database.store, clock, log };
    const local = isLoopback(config.host)
      ? { space: localSpace, token: newToken(), tokenOnce: newToken() }
      : undefined;
    const { dataFolder } = config;
    const app = await wiring.createApp({ ...ports, version, local, webFolder, dataFolder });
    const secret = newSecret();
    const { server, port } = await listenOn(app, config, secret);
    const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    const linkWith = (token: string | undefined) =>
      token === undefined ? address : `${address}/open?token=${token}`;
    try {
      await writeServerNote(dataFolder, { address, pid: process.pid, secret });
    } catch (error) {
      await closeServer(server);
      throw error;
    }
    const stopSweeping = sweepDaily({ ...ports, folder: mediaFolder(dataFolder) });
    const close = async () => {
      stopWatching();
      await removeServerNote(dataFolder, secret);
      await Promise.all([stopSweeping(), closeServer(server)]);
      await database.close();
    };
    return { address, link: linkWith(local?.token), linkOnce: linkWith(local?.tokenOnce), close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const newToken = () => randomBytes(24).toString('base64url');

type LoadedLibrary = Awaited<ReturnType<Wiring['loadLibrary']>>;

function tellLoaded(library: LoadedLibrary, say: (line: string) => void): void {
  if (library.changed > 0) {
    say(`Loaded the library: ${library.changed} of ${library.files} micromasteries are new or changed.`);
  }
  for (const fault of library.unreadable) say(`Left out of the library: ${fault}`);
}

/**
 * Before anything is made or changed: a start that cannot listen leaves the database as it is for the older Bottega that
 * perhaps holds the port.
 */
async function refusePortInUse(config: Config): Promise<void> {
  const error = await probePort(config.host, config.port);
  if (error !== undefined) throw await listenFault(error, config);
}

/**
 * Longer than proxies keep an idle connection (60 s, as a rule): whoever closes first must be the one that asks, or a
 * request is sent into a connection that was just closed.
 */
const KEEP_ALIVE_MILLISECONDS = 75_000;

function listenOn(
  app: FetchApp,
  config: Config,
  secret: string,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = listen(
      {
        fetch: (request, env) => answerChallenge(request, secret) ?? app.fetch(request, env),
        port: config.port,
        hostname: config.host,
        serverOptions: { keepAliveTimeout: KEEP_ALIVE_MILLISECONDS },
      },
      (info) => resolve({ server, port: info.port }),
    );
    server.on('error', (error: NodeJS.ErrnoException) => listenFault(error, config).then(reject, reject));
  });
}

async function listenFault(error: NodeJS.ErrnoException, { host, port }: Config): Promise<Error> {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigFault(
        `Port ${port} is in use, perhaps by a Bottega that is already running. Stop that one, or choose another: PORT=${(await freePortNear(host, port)) ?? 4680} npm start`,
      );
    case 'EACCES':
      return new ConfigFault(
        `This user may not use port ${port}. Choose one from 1024 up: PORT=4680 npm start`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigFault(
        `HOST is ${host}, which is no address of this machine. Leave it unset for 127.0.0.1.`,
      );
    default:
      return error;
  }
}

const CLOSE_MILLISECONDS = 3_000;

/** Requests under way are finished; a connection that stays open after that is cut. */
async function closeServer(server: ServerType): Promise<void> {
  const cut = setTimeout(
    () => 'closeAllConnections' in server && server.closeAllConnections(),
    CLOSE_MILLISECONDS,
  );
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
  clearTimeout(cut);
}
