import { type Connection, isAccepting, leaveLease } from './lease.ts';
import { PostgresFault } from './postgres-fault.ts';
import { type Reached, reachServer } from './reach-server.ts';
import { ownUid, removeSocketFolder } from './socket-folder.ts';
import type { ServerPlan } from './start-server.ts';
import { stopServer } from './stop-server.ts';

/** A server lost again so soon after it came back is not brought back unasked, or a broken one would spin. */
const SHORTEST_LIFE_MS = 10_000;

/** A running server and our lease on it, kept through the server's end and return until `close`. */
export class HeldServer {
  readonly connection: Connection;
  readonly #plan: ServerPlan;
  readonly #say: (line: string) => void;
  /** Null while the server is lost. */
  #held: Reached | null;
  #recovery: Promise<void> | null = null;
  #closing: Promise<void> | null = null;

  private constructor(plan: ServerPlan, say: (line: string) => void, reached: Reached) {
    this.connection = reached.connection;
    this.#say = say;
    // A restart listens where our connections look, even if another folder would be chosen today.
    this.#plan = { ...plan, socketFolder: reached.connection.host };
    this.#held = this.#watch(reached);
  }

  static async open(plan: ServerPlan, say: (line: string) => void): Promise<HeldServer> {
    return new HeldServer(plan, say, await reachServer(plan, say));
  }

  async ensureRunning(): Promise<void> {
    if (this.#closing !== null) throw new PostgresFault('closed', 'The database was closed; open it again.');
    this.#recovery ??= this.#recover().finally(() => {
      this.#recovery = null;
    });
    return this.#recovery;
  }

  close(): Promise<void> {
    this.#closing ??= this.#leave();
    return this.#closing;
  }

  async #recover(): Promise<void> {
    const held = this.#held;
    if (held !== null && (await this.#isServing(held))) return;
    this.#held = null;
    held?.client.end().catch(() => undefined);
    this.#held = this.#watch(await reachServer(this.#plan, this.#say));
  }

  /**
   * Asks twice, because either answer alone may be of the past: a lease's line can outlive the server's end by a
   * moment, and the socket that it came in by for ever; and a server that is back no longer has our lease.
   */
  async #isServing(held: Reached): Promise<boolean> {
    const leaseHolds = held.client.query('select 1').then(
      () => true,
      () => false,
    );
    const answers = await Promise.all([leaseHolds, isAccepting(held.connection)]);
    return answers.every(Boolean);
  }

  #watch(reached: Reached): Reached {
    const since = performance.now();
    reached.client.once('end', () => {
      if (this.#held === reached) this.#held = null;
      if (this.#closing !== null || performance.now() - since < SHORTEST_LIFE_MS) return;
      // Another process may have brought the server back: without a lease of our own it could stop it under us.
      this.ensureRunning().catch((error) =>
        this.#say(error instanceof Error ? error.message : String(error)),
      );
    });
    return reached;
  }

  async #leave(): Promise<void> {
    // What a recovery under way cannot reach, there is no need to leave.
    await this.#recovery?.catch(() => undefined);
    const held = this.#held;
    this.#held = null;
    if (held === null) return;
    const left = await leaveLease(held.client).catch(() => 'server-gone' as const);
    if (left === 'last') await this.#stop(held);
    await held.client.end().catch(() => undefined);
  }

  async #stop(held: Reached): Promise<void> {
    if (await stopServer(held.pid, this.#plan.cluster, this.#serverUid())) {
      await removeSocketFolder(this.#plan.socketFolder);
      return;
    }
    this.#say('The database is still writing to disk and will stop by itself; its data are safe.');
  }

  #serverUid(): number {
    return this.#plan.account?.uid ?? ownUid();
  }
}
