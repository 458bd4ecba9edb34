import { expect, it } from 'vitest';
import { SOUND_DESIGN } from '../../../tests/support/sound-design.ts';
import { diffDesigns } from '../../engine/design-diff/design-diff.ts';
import { MEASURE_KINDS } from '../../engine/measure/measure.ts';
import { DIRECTION_SEGMENTS, KIND_WORDS } from '../../ui/payoff/payoff-words.ts';
import type { MicromasteryDesign } from '../library/contract.ts';

type Parts = 'support' | 'payoff' | 'formats';
/** Nothing left out that may be, so that a field which is new in the contract has to come here too. */
type WholeDesign = Required<Omit<MicromasteryDesign, 'version' | Parts>> & {
  readonly [Name in Parts]: Required<NonNullable<MicromasteryDesign[Name]>>;
};

const WHOLE: WholeDesign = {
  ...structuredClone(SOUND_DESIGN),
  needs: ['my lines wobble'],
  fields: ['painting'],
  support: {
    kit: ['a round brush'],
    tools: ['a jar'],
    people: ['a friend'],
    place: 'A table.',
    time: 'At noon.',
    mindset: 'It may blot.',
    // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text
    obstacles: [{ if: 'the brush dries', then: 'I dip it again' }],
  },
  payoff: {
    ...SOUND_DESIGN.payoff,
    minTrials: 20,
    conditions: ['one brush'],
    applause: 'inner',
    anchors: { at0: 'none', at5: 'half', at10: 'all' },
  },
  twists: [{ name: 'other hand', instruction: 'Use the other hand.' }],
  experiments: [{ name: 'paper', levels: ['smooth', 'rough'] }],
  links: [{ to: 'one-letter', kind: 'carries-over-to' }],
  safety: 'Ink stains.',
  formats: {
    checklist: ['Ink the brush.'],
    pictures: [{ media: 'line-1.svg', caption: 'The brush leans.' }],
    audio: { media: 'line.mp3', transcript: 'Listen to the bristles.' },
    video: { media: 'line.mp4', transcript: 'The brush is pulled.' },
  },
  source: 'A sign painter.',
  sizeReason: 'It is one pull.',
  licence: 'CC BY 4.0',
  lineage: ['line 1'],
};

/** Another value of the same kind; a word out of a few becomes another one of them. */
function otherValue(value: string | number | boolean): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  const others = { 'at-once': 'in-turn', up: 'down', inner: 'outer', 'carries-over-to': 'needs' };
  return Object.entries(others).find(([one]) => one === value)?.[1] ?? `${value} anew`;
}

/** The design with its leaf number `place` changed; null past the last one. */
function withLeafChanged(place: number): WholeDesign | null {
  let seen = -1;
  const changed: WholeDesign = JSON.parse(JSON.stringify(WHOLE), (_, value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return value;
    seen += 1;
    return seen === place ? otherValue(value) : value;
  });
  return seen < place ? null : changed;
}

it('every field is compared: what changes is one change, or with the name of a thing the thing gone and come', () => {
  let place = 0;
  for (; ; place += 1) {
    const changed = withLeafChanged(place);
    if (changed === null) break;
    const changes = diffDesigns(WHOLE, changed);
    expect(changes.length, JSON.stringify(changed)).toBeGreaterThan(0);
    expect(new Set(changes.map(({ element }) => element)).size).toBe(1);
    expect(changes.length).toBeLessThanOrEqual(2);
  }
  expect(place).toBeGreaterThan(55);
});

/** As a comparison says it. */
const saidOf = (payoff: Partial<WholeDesign['payoff']>, field: string) =>
  diffDesigns({ ...WHOLE, payoff: null }, { ...WHOLE, payoff: { ...WHOLE.payoff, ...payoff } }).find(
    (change) => change.field === field,
  )?.after;

it('what is chosen of a payoff is said in the words in which it was chosen', () => {
  for (const kind of MEASURE_KINDS)
    expect(saidOf({ kind }, 'each take is measured by')).toBe(KIND_WORDS[kind].replace(/^./, lowerCase));
  for (const { value, label } of DIRECTION_SEGMENTS)
    expect(saidOf({ direction: value }, 'which way is better')).toBe(label.toLowerCase());
});

const lowerCase = (text: string) => text.toLowerCase();
