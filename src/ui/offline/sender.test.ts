import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SendOutcome } from './send-kept.ts';
import { createSender } from './sender.ts';

const LONGEST_MILLISECONDS = 60_000 * 1.25;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Every round ends as the next of these says; the last one from then on. */
function senderOf(...rounds: readonly (SendOutcome | Error)[]) {
  let sent = 0;
  const rested: SendOutcome[] = [];
  const sender = createSender({
    send: async () => {
      const round = rounds[Math.min(sent, rounds.length - 1)] ?? 'sent';
      sent += 1;
      if (round instanceof Error) throw round;
      return round;
    },
    onRest: (outcome) => rested.push(outcome),
  });
  return { sender, rested, sent: () => sent };
}

it('tries again by itself when the device’s own database throws', async () => {
  const { sender, rested } = senderOf(new Error('the device’s database was closed'), 'sent');
  await sender.sendNow();
  expect(rested).toEqual(['faulty']);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(rested).toEqual(['faulty', 'sent']);
  await vi.advanceTimersByTimeAsync(LONGEST_MILLISECONDS);
  expect(rested.length).toBe(2);
});

it.each(['unreachable', 'faulty'] as const)('waits ever longer while home is %s', async (outcome) => {
  const { sender, sent } = senderOf(outcome);
  await sender.sendNow();
  await vi.advanceTimersByTimeAsync(600_000);
  // 1, 2, 4, ... 60 seconds, each between three and five quarters of it.
  expect(sent()).toBeGreaterThan(10);
  expect(sent()).toBeLessThan(22);
});

it('asks no more by itself when a person has to sign in', async () => {
  const { sender, sent } = senderOf('sign-in-needed');
  await sender.sendNow();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent()).toBe(1);
});

it('tries soon again once somebody is back, however long it had come to wait', async () => {
  const { sender, sent } = senderOf('unreachable');
  await sender.sendNow();
  await vi.advanceTimersByTimeAsync(600_000);
  await sender.comeBack();
  const before = sent();
  await vi.advanceTimersByTimeAsync(1_250);
  expect(sent()).toBe(before + 1);
});

it('is one round at a time, and looks once more for what came meanwhile; whoever asked waits for it', async () => {
  let running = 0;
  let most = 0;
  let rounds = 0;
  let goOn: () => void = () => {};
  const sender = createSender({
    send: async () => {
      rounds += 1;
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      running -= 1;
      return 'sent';
    },
    onRest: () => {},
  });
  const first = sender.sendNow();
  let isSecondDone = false;
  const second = sender.sendNow().then(() => {
    isSecondDone = true;
  });
  goOn();
  await vi.advanceTimersByTimeAsync(0);
  expect([rounds, isSecondDone]).toEqual([2, false]);
  goOn();
  await Promise.all([first, second]);
  expect([rounds, most]).toEqual([2, 1]);
});
