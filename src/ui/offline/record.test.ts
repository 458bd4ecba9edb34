import { expect, it } from 'vitest';
import { NotKept } from './queue.ts';
import { leaveToQueue } from './record.ts';

it('leaves to the frame what could not be kept, and nothing else', () => {
  expect(() => leaveToQueue(new NotKept())).not.toThrow();
  expect(() => leaveToQueue(new Error('no such practice'))).toThrow('no such practice');
});
