import type { Design } from '../../src/engine/design-review/design.ts';

/** A design about which the review has nothing to say. */
export const SOUND_DESIGN = {
  slug: 'even-line',
  title: 'Twenty even brush lines',
  verb: 'paint',
  summary: 'You will be able to paint twenty lines of one width.',
  needs: ['my lines wobble'],
  fields: ['painting', 'lettering'],
  entryTrick: {
    text: 'Let the brush lean and pull it toward you.',
    limit: 'It hides pressure.',
    tryFirst: false,
  },
  rubPat: {
    timing: 'at-once',
    a: { name: 'speed', soloDrill: 'Ten quick lines.', measure: 'lines in a minute' },
    b: { name: 'evenness', soloDrill: 'Ten slow lines.', measure: 'lines of one width' },
    together: 'One round mostly for speed, one mostly for evenness, then both alike.',
  },
  support: {
    kit: ['a round brush'],
    people: [],
    place: 'A table.',
    time: 'After coffee.',
    mindset: null,
    // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text
    obstacles: [{ if: 'the brush dries', then: 'I dip it again' }],
  },
  payoff: {
    statement: 'My lines look like one hand made them.',
    kind: 'count',
    unit: 'even lines of twenty',
    direction: 'up',
    target: { low: 18, high: null },
    howMeasured: 'Count the lines whose width stays within 1 mm.',
    conditions: ['one brush', 'no second stroke'],
    anchors: null,
  },
  repeat: { attemptMinutes: 5, perWeek: 4, floor: 'One line.', rhythm: 'After coffee.' },
  twists: [{ name: 'other hand', instruction: 'Use the other hand.' }],
  experiments: [
    { name: 'paper', levels: ['smooth', 'rough'] },
    { name: 'seat', levels: ['sitting', 'standing'] },
  ],
  safety: null,
} as const satisfies Design;
