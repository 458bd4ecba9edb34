import { ApiRefusal, Unreachable } from '../api/api-client.ts';
import { linksOf } from './fact.ts';
import type { PendingWrite } from './pending-write.ts';
import { isSameInMeaning } from './same-in-meaning.ts';
import type { WriteStore } from './write-store.ts';

/** How home is reached. Both throw ApiRefusal or Unreachable. */
export type Home = {
  /** Whose sign-in this browser holds at this moment, asked of the server itself. */
  whoAmI(): Promise<string>;
  /** Resolves, with the keys of the queries it touched, only once home has confirmed that it keeps the write. */
  put(write: PendingWrite): Promise<readonly string[]>;
};

export type Sendable = Pick<WriteStore, 'all' | 'replace'>;

/** `faulty`: home answered, and could not take some of it now. Worth another try later, as with `unreachable`. */
export type SendOutcome = 'sent' | 'unreachable' | 'faulty' | 'sign-in-needed';

export type SendReport = {
  readonly onSpace: (spaceId: string) => void;
  readonly onSent: (write: PendingWrite, touched: readonly string[]) => void;
  /** One was set aside, for the person to decide. */
  readonly onSetAside: () => void;
};

/** Who is signed in is asked again after so many, since another tab may have changed it. */
export const WRITES_PER_CHECK = 20;

/**
 * Sends what the signed-in space has kept, in order. What home cannot take is set aside with its reason, and what hangs
 * on it waits; everything else goes on. A write leaves the device only after home has confirmed it.
 */
export async function sendKept(store: Sendable, home: Home, report: SendReport): Promise<SendOutcome> {
  try {
    const faulty = new Set<number>();
    let spaceId = '';
    let sinceCheck = WRITES_PER_CHECK;
    for (;;) {
      if (sinceCheck >= WRITES_PER_CHECK) {
        spaceId = await home.whoAmI();
        report.onSpace(spaceId);
        sinceCheck = 0;
      }
      const batch = readyToSend(await store.all(), spaceId, faulty).slice(0, WRITES_PER_CHECK - sinceCheck);
      if (batch.length === 0) return faulty.size > 0 ? 'faulty' : 'sent';
      await sendBatch(batch, { store, home, report, faulty });
      sinceCheck += batch.length;
    }
  } catch (error) {
    if (error instanceof Unreachable) return 'unreachable';
    if (error instanceof ApiRefusal) return error.problem.status === 401 ? 'sign-in-needed' : 'faulty';
    throw error;
  }
}

/** Those of the space whose turn it is: nothing that they refer to is set aside, or has just failed. */
export function readyToSend(
  writes: readonly PendingWrite[],
  spaceId: string,
  faulty: ReadonlySet<number>,
): readonly PendingWrite[] {
  const held = new Set<string>();
  return writes.filter((write) => {
    if (write.spaceId !== spaceId) return false;
    const { own, needs } = linksOf(write);
    const isReady = write.state === 'kept' && !faulty.has(write.place) && !needs.some((id) => held.has(id));
    if (!isReady && own !== null) held.add(own);
    return isReady;
  });
}

type Sending = {
  readonly store: Sendable;
  readonly home: Home;
  readonly report: SendReport;
  readonly faulty: Set<number>;
};

async function sendBatch(batch: readonly PendingWrite[], sending: Sending): Promise<void> {
  const { store, home, report, faulty } = sending;
  for (const write of batch) {
    try {
      const touched = await home.put(write);
      await store.replace([write.place], []);
      report.onSent(write, touched);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      const { code, title, status, errors = [], stored = null } = error.problem;
      if (status === 401 || code === 'other-space' || code === 'foreign-request') throw error;
      if (status >= 500) faulty.add(write.place);
      else if (code === 'id-taken' && isSameInMeaning(write, stored)) {
        await store.replace([write.place], []);
        report.onSent(write, []);
      } else {
        const state = code === 'id-taken' ? 'conflict' : 'refused';
        await store.replace([], [{ ...write, state, problem: { code, title, errors, stored } }]);
        report.onSetAside();
      }
      // What comes next may hang on this one: look again from the start.
      return;
    }
  }
}
