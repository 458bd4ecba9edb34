import type { SendOutcome } from './send-kept.ts';

const FIRST_WAIT_MILLISECONDS = 1_000;
const LONGEST_WAIT_MILLISECONDS = 60_000;

export type SendPhase = 'resting' | 'sending' | 'offline' | 'sign-in-needed' | 'faulty';

/** What is shown follows from what was tried, never from what the browser believes of the network. */
export const PHASE_AFTER = {
  sent: 'resting',
  'sign-in-needed': 'sign-in-needed',
  unreachable: 'offline',
  faulty: 'faulty',
} as const satisfies Record<SendOutcome, SendPhase>;

/** One tab at a time. Without Web Locks (plain HTTP from another device) two may send the same: home takes it once all the same. */
export async function alone(lock: string, run: () => Promise<SendOutcome>): Promise<SendOutcome> {
  return 'locks' in navigator ? navigator.locks.request(lock, run) : run();
}

export type Sender = {
  /** Resolves when it rests again. Asked while it runs, it looks once more before it rests. */
  readonly sendNow: () => Promise<void>;
  /** The same, when the network or the person is back: its next tries by itself come soon again. */
  readonly comeBack: () => Promise<void>;
};

type SenderParts = {
  /** One round. If it throws, this device itself was at fault: that is tried again like a fault of home. */
  readonly send: () => Promise<SendOutcome>;
  readonly onRest: (outcome: SendOutcome) => void;
};

/** One round at a time, and again by itself, ever more slowly, until all is sent or a person is needed. */
export function createSender({ send, onRest }: SenderParts): Sender {
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let waitMilliseconds = FIRST_WAIT_MILLISECONDS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function sendUntilQuiet(isByItself: boolean): Promise<void> {
    let outcome: SendOutcome = 'sent';
    while (isAskedAgain) {
      isAskedAgain = false;
      outcome = await send().catch(() => 'faulty');
    }
    running = null;
    rest(outcome, isByItself);
  }

  function run(isByItself: boolean): Promise<void> {
    isAskedAgain = true;
    clearTimeout(timer);
    running ??= sendUntilQuiet(isByItself);
    return running;
  }

  function rest(outcome: SendOutcome, isByItself: boolean): void {
    onRest(outcome);
    if (outcome === 'sent') waitMilliseconds = FIRST_WAIT_MILLISECONDS;
    if (outcome === 'sent' || outcome === 'sign-in-needed') return;
    // Spread, so that the devices of a house do not all come back in the same moment.
    timer = setTimeout(() => void run(true), waitMilliseconds * (0.75 + Math.random() / 2));
    // Only its own tries are spaced out; a tap tries at once, and makes nobody wait longer.
    if (isByItself) waitMilliseconds = Math.min(LONGEST_WAIT_MILLISECONDS, waitMilliseconds * 2);
  }

  return {
    sendNow: () => run(false),
    comeBack: () => {
      waitMilliseconds = FIRST_WAIT_MILLISECONDS;
      return run(false);
    },
  };
}
