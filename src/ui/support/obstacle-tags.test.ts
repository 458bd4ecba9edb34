import { expect, it } from 'vitest';
import type { IfThenPlan } from '../../features/support/contract.ts';
import { obstaclesOf, obstacleTag, toggledTag } from './obstacle-tags.ts';

const ID = '01890000-0000-7000-8000-000000000000';
const plan = (cue: string): IfThenPlan => ({
  ...{ id: ID, practiceId: ID, cue, action: 'use the stairs', setAt: '2026-05-12T16:00:00.000Z' },
  uses: { done: 0, cameUp: 0 },
});
const DESIGN = {
  ...{ kit: [], people: [], place: null, time: null, mindset: null },
  obstacles: [
    // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text
    { if: 'the knot jams', then: 'I push the loop back' },
    // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text
    { if: 'the room is taken', then: 'I wait' },
  ],
};

it('names what the learner has plans for first, then what the design names, then what is common, each once', () => {
  const obstacles = obstaclesOf([plan('If the room is taken,')], DESIGN);
  expect(obstacles.slice(0, 3).map(({ tag }) => tag)).toEqual([
    'the room is taken',
    'the knot jams',
    'tired',
  ]);
  expect(obstacles[0]?.plan?.action).toBe('use the stairs');
  expect(obstacles[1]).toMatchObject({ plan: null, offer: 'I push the loop back' });
  expect(new Set(obstacles.map(({ tag }) => tag)).size).toBe(obstacles.length);
});

it('writes a cue as a tag is written', () => {
  expect(obstacleTag('If it rains, or snows')).toBe('it rains or snows');
  expect(obstacleTag('a'.repeat(160))).toHaveLength(40);
});

it('puts a tag to the others and takes it from them', () => {
  expect(toggledTag(['outside'], 'tired')).toEqual(['outside', 'tired']);
  expect(toggledTag(['outside', 'tired'], 'tired')).toEqual(['outside']);
});
