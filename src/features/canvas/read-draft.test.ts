import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MicromasteryDesign } from '../library/contract.ts';
import { readMicromasteryFile } from '../library/micromastery-file.ts';
import { type Draft, draftOf, EMPTY_DRAFT } from './draft.ts';
import { readDraft } from './read-draft.ts';

const LIBRARY = join(import.meta.dirname, '../../../library');
const SHIPPED = readdirSync(LIBRARY).filter((name) => name.endsWith('.md'));
const FRAME = { slug: 'whistle', version: 1, lineage: [], links: [] };
const named = { ...EMPTY_DRAFT, title: 'Whistle with two fingers', fields: 'calling, camp craft' };
const WHOLE_PAYOFF = { ...EMPTY_DRAFT.payoff, statement: 'Heard.', unit: 'heads', howMeasured: 'Counted.' };
const reading = (more: Partial<Draft>) => readDraft({ ...named, ...more }, FRAME);

describe('a draft of a design that is there', () => {
  it.each(SHIPPED)('%s is the same design when it is read again', (name) => {
    const file = readMicromasteryFile(readFileSync(join(LIBRARY, name), 'utf8'), name);
    if (file.kind === 'faults') throw new Error('unreadable');
    const { design } = file;
    const read = readDraft(draftOf(design), design);
    expect(read.faults).toEqual([]);
    expect(read.design).toEqual(design);
  });
});

describe('what is typed', () => {
  it('can be saved with a title and a field alone', () => {
    const { design, parts, faults } = reading({});
    expect(faults).toEqual([]);
    expect(design).toMatchObject({
      title: 'Whistle with two fingers',
      verb: 'whistle',
      fields: ['calling', 'camp craft'],
    });
    expect(Object.values(parts).map(({ kind }) => kind)).toEqual(Array(6).fill('empty'));
  });

  it('is reviewed as it was typed, without words that stand in for what is missing', () => {
    const { design, written } = readDraft({ ...EMPTY_DRAFT, needs: 'Plan and run a meeting' }, FRAME);
    expect([design.title, design.verb]).not.toContain('');
    expect(written).toMatchObject({ title: '', verb: '', summary: '', needs: ['Plan and run a meeting'] });
    expect(reading({}).written).toMatchObject({ title: 'Whistle with two fingers', verb: 'whistle' });
  });

  it('names what a part still needs, and leaves it out of what is saved', () => {
    const { design, parts, faults } = reading({
      payoff: { ...EMPTY_DRAFT.payoff, statement: 'The dog comes.' },
      rubPat: { ...EMPTY_DRAFT.rubPat, together: 'Both.' },
    });
    expect(parts.payoff).toEqual({ kind: 'partial', missing: ['what is counted', 'how it is measured'] });
    expect(parts.rubPat.kind).toBe('partial');
    expect([design.payoff, design.rubPat, faults]).toEqual([null, null, []]);
  });

  it.each([
    [{ title: ' ' }, 'Say in a few words'],
    [{ fields: ',' }, 'greater field'],
    [
      {
        variables: [
          { first: 'Hand', second: 'left' },
          { first: 'Place', second: 'in\nout' },
        ],
      },
      '“Hand” needs a name',
    ],
    [
      { support: { ...EMPTY_DRAFT.support, obstacles: [{ first: 'it rains', second: '' }] } },
      '“it rains” needs both',
    ],
    [
      { repeat: { attemptMinutes: '500', perWeek: '3', floor: 'Once.', rhythm: 'Daily.' } },
      'A take has from 0.1 to 120 minutes.',
    ],
    [
      { repeat: { attemptMinutes: '5', perWeek: 'often', floor: 'Once.', rhythm: 'Daily.' } },
      'Sessions a week: a whole number from 1 to 70.',
    ],
    [{ payoff: { ...WHOLE_PAYOFF, low: 'many' } }, 'Target: '],
    [{ needs: 'x'.repeat(200) }, '“Which needs it answers”, in “xxx'],
    [
      { support: { ...EMPTY_DRAFT.support, kit: 'a rope\n'.repeat(13) } },
      '“Kit” has 13 entries, and 12 at most: leave some out.',
    ],
    [
      { support: { ...EMPTY_DRAFT.support, tools: `a hook\n${'y'.repeat(161)}` } },
      'a line has 160 characters at most. Make it shorter.',
    ],
    [
      { support: { ...EMPTY_DRAFT.support, obstacles: [{ first: 'it rains', second: 'z'.repeat(201) }] } },
      '“then” of “it rains”: there are 200 characters at most. Make it shorter.',
    ],
    [
      { variables: [{ first: 'Hand', second: 'left\nright\nboth\nno\nany' }] },
      '“Its settings” of “Hand” has 5 entries, and 4 at most: leave some out.',
    ],
    [
      { variables: [{ first: 'Hand', second: 'left\nleft' }] },
      '“Its settings” of “Hand”: two are alike. Keep one of them.',
    ],
    [{ payoff: { ...WHOLE_PAYOFF, direction: 'within', low: '3' } }, 'A range has two ends'],
    [{ payoff: { ...WHOLE_PAYOFF, direction: 'within', low: '3', high: '2' } }, '“From” is the lower end'],
    [
      { payoff: { ...WHOLE_PAYOFF, conditions: 'a\n'.repeat(7) } },
      '“Conditions that stay the same” has 7 entries, and 6 at most',
    ],
    [
      { forms: { ...EMPTY_DRAFT.forms, pictures: [{ media: 'bowline-1.svg', caption: ' ' }] } },
      'Picture 1 needs its step in words',
    ],
  ] satisfies readonly (readonly [Partial<Draft>, string])[])(
    '%o is a fault that says what to do',
    (more, sentence) => {
      expect(reading(more).faults[0]?.message).toContain(sentence);
    },
  );

  it('without a fault is a design that home takes, whatever it is, and faults are in the words of the screen', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 700 }),
      fc.constantFrom('', ' ', 'a', 'a, b', 'a\nb', '\u0000'),
    );
    const pair = fc.record({ first: text, second: text });
    const skill = fc.record({ name: text, soloDrill: text, measure: text });
    const media = fc.constantFrom('bowline-1.svg', `sha256-${'ab'.repeat(32)}`);
    const recording = fc.option(fc.record({ media, transcript: text }), { nil: null });
    const anyDraft = fc.record({
      title: text,
      verb: text,
      summary: text,
      fields: text,
      needs: text,
      trick: fc.record({ text, limit: text, tryFirst: fc.boolean() }),
      twists: fc.array(pair, { maxLength: 3 }),
      variables: fc.array(pair, { maxLength: 3 }),
      support: fc.record({
        kit: text,
        tools: text,
        people: text,
        place: text,
        time: text,
        mindset: text,
        obstacles: fc.array(pair, { maxLength: 2 }),
      }),
      rubPat: fc.record({ timing: fc.constant('in-turn' as const), a: skill, b: skill, together: text }),
      checklist: text,
      forms: fc.record({
        pictures: fc.array(fc.record({ media, caption: text }), { maxLength: 3 }),
        audio: recording,
        video: recording,
      }),
      safety: text,
      source: text,
      licence: text,
      sizeReason: text,
    });
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const read = readDraft({ ...EMPTY_DRAFT, ...draft }, FRAME);
        for (const { message } of read.faults)
          expect(message).not.toMatch(/expected|invalid|too (big|small)/i);
        if (read.faults.length > 0) return;
        expect(MicromasteryDesign.safeParse(read.design).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
