import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { places } from '../../src/platform/places.ts';
import { clusterFolder } from '../../src/platform/postgres/initialise-cluster.ts';
import { connectionAt } from '../../src/platform/postgres/lease.ts';
import { locateBinaries, majorOf } from '../../src/platform/postgres/locate-binaries.ts';
import { readServerLock } from '../../src/platform/postgres/lock-file.ts';
import { whoHolds } from '../../src/platform/postgres/process-holder.ts';
import { SOCKET_PORT, socketFolderOf } from '../../src/platform/postgres/socket-folder.ts';
import { readServerNote } from '../../src/platform/serving/server-note.ts';

const LONGEST_LOG = 200_000;
const POLL_MS = 5;

/** `bottega serve` on a data folder of its own, started again whenever it ends, as systemd would. */
export class SupervisedServer {
  readonly dataFolder: string;
  readonly #cluster: string;
  #child: ChildProcess;
  #isWanted = true;
  /** All that it said on its error stream. */
  log = '';
  starts = 0;
  /** Of each end that nobody asked for (none of our kills, and no `stop`), what was said at last. */
  readonly ownEnds: string[] = [];

  private constructor(dataFolder: string, cluster: string) {
    this.dataFolder = dataFolder;
    this.#cluster = cluster;
    this.#child = this.#start();
  }

  static async start(): Promise<SupervisedServer> {
    // Not os.tmpdir(): under sudo that may be a private folder of the user who asked.
    const dataFolder = await realpath(await mkdtemp('/tmp/bottega-endurance-'));
    const { version } = await locateBinaries();
    return new SupervisedServer(dataFolder, clusterFolder(dataFolder, majorOf(version)));
  }

  environment(): Record<string, string> {
    return { PATH: process.env.PATH ?? '', BOTTEGA_DATA: this.dataFolder, PORT: '0' };
  }

  /** Of the database, past Bottega. */
  connection() {
    return connectionAt(socketFolderOf(this.dataFolder), SOCKET_PORT);
  }

  /** Undefined while it is not there. */
  async address(): Promise<string | undefined> {
    const note = await readServerNote(this.dataFolder);
    return note !== undefined && note.pid === this.#child.pid ? note.address : undefined;
  }

  killProcess(): void {
    this.#child.kill('SIGKILL');
  }

  /** False where no database runs at this moment. */
  async killPostgres(): Promise<boolean> {
    const pid = await this.#postmaster();
    if (pid === undefined) return false;
    process.kill(pid, 'SIGKILL');
    return true;
  }

  /** In order; answers the exit code, and whether the database went with it. */
  async stop(): Promise<{ exitCode: number | null; isPostgresGone: boolean }> {
    this.#isWanted = false;
    const child = this.#child;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    return { exitCode: child.exitCode, isPostgresGone: (await this.#postmaster()) === undefined };
  }

  /** Whatever is left, also after a test that failed. */
  async remove(): Promise<void> {
    this.#isWanted = false;
    this.killProcess();
    while (await this.killPostgres()) await wait(POLL_MS);
    await rm(socketFolderOf(this.dataFolder), { recursive: true, force: true });
    await rm(this.dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #start(): ChildProcess {
    this.starts += 1;
    const args = [join(places.root, 'src', 'cli.ts'), 'serve', '--no-open', '--no-web'];
    const child = spawn(process.execPath, args, {
      env: this.environment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.log = (this.log + chunk.toString()).slice(-LONGEST_LOG);
    });
    const saidBefore = this.log.length;
    // 'close' comes after the last of its words.
    child.on('close', (exitCode, signal) => {
      if (!this.#isWanted) return;
      if (signal !== 'SIGKILL')
        this.ownEnds.push(`${exitCode ?? signal}: ${this.log.slice(Math.min(saidBefore, this.log.length))}`);
      // One that cannot start at all must not start as fast as it ends.
      const pauseMs = signal === 'SIGKILL' ? 0 : 200;
      setTimeout(() => {
        if (this.#isWanted) this.#child = this.#start();
      }, pauseMs);
    });
    return child;
  }

  async #postmaster(): Promise<number | undefined> {
    const lock = await readServerLock(this.#cluster).catch(() => null);
    if (lock === null) return undefined;
    const { uid } = await stat(this.#cluster);
    return (await whoHolds(lock.pid, this.#cluster, uid)) === 'server' ? lock.pid : undefined;
  }
}
