import { describe, expect, it } from 'vitest';
import { recordingSeat } from './recording-seat.ts';

const recording = () => {
  const one = {
    timesLeft: 0,
    leave: async () => {
      one.timesLeft += 1;
    },
  };
  return one;
};

describe('the seat of a recording', () => {
  it('holds what has begun, until it is given up', async () => {
    const seat = recordingSeat();
    const one = recording();
    expect(await seat.take(Promise.resolve(one))).toBe(one);
    expect(seat.held()).toBe(one);
    expect(seat.release()).toBe(one);
    expect(seat.held()).toBeNull();
    expect(one.timesLeft).toBe(0);
  });

  it('leaves a recording that begins after the dialog was closed', async () => {
    const seat = recordingSeat();
    const late = recording();
    const granted = Promise.withResolvers<typeof late>();
    const taken = seat.take(granted.promise);
    seat.release();
    granted.resolve(late);
    expect(await taken).toBeNull();
    expect(seat.held()).toBeNull();
    expect(late.timesLeft).toBe(1);
  });

  it('holds the later of two that were asked for, whichever begins first', async () => {
    const seat = recordingSeat();
    const [early, later] = [recording(), recording()];
    const granted = Promise.withResolvers<typeof early>();
    const first = seat.take(granted.promise);
    seat.release();
    expect(await seat.take(Promise.resolve(later))).toBe(later);
    granted.resolve(early);
    expect(await first).toBeNull();
    expect(seat.held()).toBe(later);
    expect([early.timesLeft, later.timesLeft]).toEqual([1, 0]);
  });

  it('says what went wrong only while somebody waits for it', async () => {
    const seat = recordingSeat();
    await expect(seat.take(Promise.reject(new Error('no microphone')))).rejects.toThrow('no microphone');
    const denied = Promise.withResolvers<ReturnType<typeof recording>>();
    const taken = seat.take(denied.promise);
    seat.release();
    denied.reject(new Error('no microphone'));
    expect(await taken).toBeNull();
  });
});
