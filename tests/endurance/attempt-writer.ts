import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import { attemptBody, payoffBody, practiceBody, sessionBody } from '../support/practice-facts.ts';
import type { SupervisedServer } from './supervised-server.ts';

const RETRY_MS = 20;
const LONGEST_ANSWER_MS = 30_000;

/** A device: it makes the ids, sends a fact until it is acknowledged, and only then goes on to the next. */
export class AttemptWriter {
  readonly #server: SupervisedServer;
  readonly #key: string;
  #isWriting = true;
  #running: Promise<unknown> = Promise.resolve();
  /** By id, the value that was sent. */
  readonly acknowledged = new Map<string, number>();
  /** Answers that a device must never get, as text. */
  readonly wrongAnswers: string[] = [];
  /** How often a fact was sent that the server had already: its answer was lost on the way. */
  replays = 0;
  refusals = 0;

  constructor(server: SupervisedServer, key: string) {
    this.#server = server;
    this.#key = key;
  }

  start(devices: number): void {
    this.#running = Promise.all(Array.from({ length: devices }, () => this.#practise()));
  }

  /** Finishes what was begun: every attempt that was ever sent is acknowledged then. */
  async finish(): Promise<void> {
    this.#isWriting = false;
    await this.#running;
  }

  async #practise(): Promise<void> {
    const ids = { practiceId: v7(), payoffId: v7(), sessionId: v7() };
    await this.#put(`/api/practices/${ids.practiceId}`, practiceBody());
    await this.#put(`/api/payoffs/${ids.payoffId}`, payoffBody(ids.practiceId));
    await this.#put(`/api/sessions/${ids.sessionId}`, sessionBody(ids.practiceId));
    for (let sequence = 1; this.#isWriting; sequence += 1) {
      const [id, value] = [v7(), sequence % 100];
      await this.#put(`/api/attempts/${id}`, attemptBody(ids, { sequence, value }));
      this.acknowledged.set(id, value);
    }
  }

  async #put(path: string, body: unknown): Promise<void> {
    for (;;) {
      const outcome = await this.#send(path, body);
      if (outcome === 'same') this.replays += 1;
      if (outcome !== 'away') return;
      await wait(RETRY_MS);
    }
  }

  async #send(path: string, body: unknown): Promise<'stored' | 'same' | 'away'> {
    const address = await this.#server.address();
    if (address === undefined) return 'away';
    try {
      const answer = await fetch(new URL(path, address), {
        method: 'PUT',
        headers: { authorization: `Bearer ${this.#key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      });
      return await this.#read(answer);
    } catch (error) {
      // The process is gone, perhaps in the middle of its answer. A server that hangs is another matter.
      if (error instanceof Error && error.name === 'TimeoutError')
        this.wrongAnswers.push(`no answer to ${path}`);
      return 'away';
    }
  }

  async #read(answer: Response): Promise<'stored' | 'same' | 'away'> {
    const text = await answer.text();
    if (answer.status === 200) return text.includes('"outcome":"same"') ? 'same' : 'stored';
    if (answer.status === 503 && text.includes('"code":"database-away"')) this.refusals += 1;
    else this.wrongAnswers.push(`${answer.status} ${text}`);
    return 'away';
  }
}
