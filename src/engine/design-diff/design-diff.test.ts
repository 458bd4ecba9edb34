import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOUND_DESIGN } from '../../../tests/support/sound-design.ts';
import { type DesignChange, type DiffedDesign, diffDesigns } from './design-diff.ts';

const DESIGN = {
  ...SOUND_DESIGN,
  needs: ['my lines wobble', 'my lines are all of one kind'],
  support: { ...SOUND_DESIGN.support, kit: ['a round brush', 'ink', 'paper of 80 g'], time: null },
  payoff: { ...SOUND_DESIGN.payoff, minTrials: 20, conditions: ['one brush'], applause: 'inner' },
  twists: [...SOUND_DESIGN.twists, { name: 'eyes shut', instruction: 'Shut your eyes.' }],
  experiments: [{ name: 'paper', levels: ['smooth', 'rough'] }],
  links: [{ to: 'one-letter', kind: 'carries-over-to' }],
  licence: 'CC BY 4.0',
  lineage: [],
} as const satisfies DiffedDesign;
const { entryTrick, rubPat, support, payoff, repeat } = DESIGN;

const told = ({ element, field, kind, before, after }: DesignChange) =>
  `${element}, ${field}, ${kind}: ${before ?? '-'} => ${after ?? '-'}`;
const changesOf = (change: Partial<DiffedDesign>) => diffDesigns(DESIGN, { ...DESIGN, ...change }).map(told);

const CASES: readonly (readonly [change: Partial<DiffedDesign>, told: readonly string[]])[] = [
  [
    { title: 'Ten even lines' },
    ['title, what you will be able to do, changed: Twenty even brush lines => Ten even lines'],
  ],
  [{ slug: 'lines' }, ['slug, short name, changed: even-line => lines']],
  [{ verb: 'draw' }, ['verb, the one verb, changed: paint => draw']],
  [{ fields: ['lettering', 'painting'] }, ['fields, greater field, moved: painting => painting']],
  [{ licence: 'CC0' }, ['licence, licence, changed: CC BY 4.0 => CC0']],
  [{ lineage: ['line 1'] }, ['lineage, made from, added: - => line 1']],
  [{ safety: 'Ink stains.' }, ['safety, safety, added: - => Ink stains.']],
  [
    { entryTrick: null },
    [
      'entryTrick, the way in, removed: Let the brush lean and pull it toward you. => -',
      'entryTrick, what it hides, and when to drop it, removed: It hides pressure. => -',
      'entryTrick, what comes first, removed: trick first => -',
    ],
  ],
  [
    { entryTrick: { ...entryTrick, limit: null, tryFirst: true } },
    [
      'entryTrick, what it hides, and when to drop it, removed: It hides pressure. => -',
      'entryTrick, what comes first, changed: trick first => try first',
    ],
  ],
  [
    { rubPat: { ...rubPat, timing: 'in-turn', b: { ...rubPat.b, measure: 'even lines' } } },
    [
      'rubPat, when the two skills are needed, changed: at once => in turn',
      'rubPat, the other skill, measured by, changed: lines of one width => even lines',
    ],
  ],
  [
    { support: { ...support, kit: ['ink', 'a round brush', 'paper of 90 g', 'a lamp'] } },
    [
      'support, kit, moved: ink => ink',
      'support, kit, changed: paper of 80 g => paper of 90 g',
      'support, kit, added: - => a lamp',
    ],
  ],
  [
    {
      formats: {
        checklist: ['Ink the brush.', 'Pull it.'],
        pictures: [{ media: 'line-1.svg', caption: 'The brush leans.' }],
        audio: { media: `sha256-${'a'.repeat(64)}`, transcript: 'Listen to the bristles.' },
      },
      source: 'A sign painter.',
    },
    [
      'formats, step of the answer as a checklist, added: - => Ink the brush.',
      'formats, step of the answer as a checklist, added: - => Pull it.',
      'formats, picture, added: - => The brush leans. (line-1.svg)',
      'formats, to listen to, added: - => aaaaaaaa',
      'formats, to listen to, in words, added: - => Listen to the bristles.',
      'source, where it comes from, added: - => A sign painter.',
    ],
  ],
  [
    { support: { ...support, tools: ['a jar'] }, sizeReason: 'It is one pull.' },
    [
      'support, tool, added: - => a jar',
      'sizeReason, it is right as it is, because, added: - => It is one pull.',
    ],
  ],
  [
    // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text
    { support: { ...support, time: 'At noon.', obstacles: [{ if: 'the brush dries', then: 'I rinse it' }] } },
    [
      'support, time, added: - => At noon.',
      'support, when something is in the way: “the brush dries”, changed: I dip it again => I rinse it',
    ],
  ],
  [
    {
      payoff: {
        ...payoff,
        kind: 'duration',
        direction: 'down',
        target: { low: null, high: 60.5 },
        minTrials: 1,
      },
    },
    [
      'payoff, each take is measured by, changed: how many => how long',
      'payoff, which way is better, changed: more => less',
      'payoff, target, changed: 18 or more => 60.5 or less',
      'payoff, tries behind one value, changed: 20 => 1',
    ],
  ],
  [
    { payoff: { ...payoff, target: { low: null, high: null }, applause: 'both', conditions: [] } },
    [
      'payoff, target, removed: 18 or more => -',
      'payoff, condition that stays the same, removed: one brush => -',
      'payoff, whose applause, changed: inner => both',
    ],
  ],
  [
    {
      payoff: {
        ...payoff,
        target: { low: 18, high: 20 },
        anchors: { at0: 'none', at5: 'half', at10: 'all' },
      },
    },
    [
      'payoff, target, changed: 18 or more => 18 to 20',
      'payoff, 0 is, added: - => none',
      'payoff, 5 is, added: - => half',
      'payoff, 10 is, added: - => all',
    ],
  ],
  [{ repeat: { ...repeat, attemptMinutes: 2.5 } }, ['repeat, minutes a take, changed: 5 => 2.5']],
  [
    {
      twists: [
        { name: 'eyes shut', instruction: 'Look away.' },
        { name: 'slow', instruction: 'Take a minute.' },
      ],
    },
    [
      'twists, twist “eyes shut”, changed: Shut your eyes. => Look away.',
      'twists, twist, added: - => slow: Take a minute.',
      'twists, twist, removed: other hand: Use the other hand. => -',
    ],
  ],
  [
    { twists: [{ name: 'left hand', instruction: 'Use the other hand.' }, ...DESIGN.twists.slice(1)] },
    ['twists, twist, changed: other hand: Use the other hand. => left hand: Use the other hand.'],
  ],
  [
    { experiments: [{ name: 'paper', levels: ['rough', 'smooth', 'wet'] }] },
    [
      'experiments, setting of “paper”, moved: smooth => smooth',
      'experiments, setting of “paper”, added: - => wet',
    ],
  ],
  [
    { links: [{ to: 'one-letter', kind: 'part-of' }] },
    ['links, link to “one-letter”, changed: carries over to => is a part of'],
  ],
];

describe('diffDesigns', () => {
  it.each(CASES)('of %j', (change, expected) => {
    expect([...changesOf(change)].sort()).toEqual([...expected].sort());
  });

  it('says where a thing moved from and to, and which words of a text changed', () => {
    const kit = ['paper of 80 g', 'a round brush', 'ink'];
    expect(diffDesigns(DESIGN, { ...DESIGN, support: { ...support, kit, place: 'A firm table.' } })).toEqual([
      { element: 'support', field: 'kit', kind: 'moved', before: kit[0], after: kit[0], from: 3, to: 1 },
      {
        element: 'support',
        field: 'place',
        kind: 'changed',
        before: 'A table.',
        after: 'A firm table.',
        words: [
          { kind: 'same', text: 'A ' },
          { kind: 'new', text: 'firm ' },
          { kind: 'same', text: 'table.' },
        ],
      },
    ]);
  });
});

const word = fc.constantFrom('brush', 'line', 'ink', 'a wet brush', 'a dry brush', 'the brush is dry');
const listOf = (most: number) => fc.array(word, { maxLength: most });
const named = (most: number) => fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: most });
const designs: fc.Arbitrary<DiffedDesign> = fc
  .record({
    title: word,
    needs: listOf(5),
    entryTrick: fc.option(fc.record({ text: word, limit: fc.option(word), tryFirst: fc.boolean() })),
    rubPat: fc.constantFrom(null, rubPat, { ...rubPat, a: rubPat.b, b: rubPat.a }),
    kit: listOf(6),
    place: fc.option(word),
    payoff: fc.option(
      fc.record({
        target: fc.record({ low: fc.option(fc.double({ noNaN: true })), high: fc.option(fc.nat()) }),
        minTrials: fc.nat(),
        conditions: listOf(3),
      }),
    ),
    twists: named(5).chain((names) =>
      fc.tuple(...names.map((name) => word.map((instruction) => ({ name, instruction })))),
    ),
    experiments: named(3).chain((names) =>
      fc.tuple(...names.map((name) => listOf(4).map((levels) => ({ name, levels })))),
    ),
    repeat: fc.constantFrom(null, repeat),
    safety: fc.option(word),
  })
  .map(({ kit, place, payoff: own, ...rest }) => ({
    ...DESIGN,
    ...rest,
    support: { ...support, kit, place },
    payoff: own === null ? null : { ...payoff, ...own },
  }));

/** What a person on the other side would be told. */
function turned(change: DesignChange): string {
  const { element, field, before, after } = change;
  const kind = change.kind === 'added' ? 'removed' : change.kind === 'removed' ? 'added' : change.kind;
  const places = change.kind === 'moved' ? `, ${change.to} to ${change.from}` : '';
  return `${element}, ${field}, ${kind}: ${after ?? '-'} => ${before ?? '-'}${places}`;
}
const toldWithPlaces = (change: DesignChange) =>
  `${told(change)}${change.kind === 'moved' ? `, ${change.from} to ${change.to}` : ''}`;

describe('two versions', () => {
  it('have no difference where they are one, and the same differences from either side', () => {
    fc.assert(
      fc.property(designs, designs, (before, after) => {
        expect(diffDesigns(before, before)).toEqual([]);
        const forth = diffDesigns(before, after);
        const back = diffDesigns(after, before);
        expect(back.map(toldWithPlaces).sort()).toEqual(forth.map(turned).sort());
      }),
      { numRuns: 200 },
    );
  });

  it('become one another when what is told of a list is done to it', () => {
    fc.assert(
      fc.property(designs, designs, (before, after) => {
        const kit = [...(before.support?.kit ?? [])];
        for (const change of diffDesigns(before, after)) {
          if (change.field !== 'kit') continue;
          if (change.before !== null) kit.splice(kit.indexOf(change.before), 1);
          if (change.after !== null) kit.push(change.after);
        }
        expect(kit.sort()).toEqual([...(after.support?.kit ?? [])].sort());
      }),
      { numRuns: 200 },
    );
  });

  it('have a difference wherever anything but the order of equal things differs', () => {
    fc.assert(
      fc.property(designs, designs, (before, after) => {
        if (JSON.stringify(before) !== JSON.stringify(after))
          expect(diffDesigns(before, after).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
