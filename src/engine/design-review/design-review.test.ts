import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOUND_DESIGN } from '../../../tests/support/sound-design.ts';
import type { Design } from './design.ts';
import { reviewDesign } from './design-review.ts';

/** Each case below spoils one thing of it. */
const SOUND: Design = SOUND_DESIGN;
const { entryTrick, rubPat, support, payoff, repeat } = SOUND_DESIGN;

const SPOILT: readonly (readonly [
  code: string,
  severity: string,
  spoil: Partial<Design>,
  example: string,
])[] = [
  ['entry-trick-missing', 'missing', { entryTrick: null }, 'wants to paint'],
  [
    'entry-trick-long',
    'weak',
    { entryTrick: { ...entryTrick, text: 'pull it '.repeat(31) } },
    'pull it pull it',
  ],
  ['entry-trick-lecture', 'weak', trick('Understand the theory of pressure. Then pull.'), 'Then pull.'],
  ['entry-trick-lecture', 'weak', trick('Dip. Lean. Pull. Lift. Turn. Dip.'), '“Dip.”'],
  [
    'entry-trick-body-focus',
    'weak',
    trick('Keep the wrist still and move the elbow from the shoulder.'),
    'what the wrist brings about',
  ],
  ['entry-trick-no-limit', 'missing', { entryTrick: { ...entryTrick, limit: null } }, 'even lines of twenty'],
  ['rub-pat-missing', 'missing', { rubPat: null }, 'When you paint'],
  [
    'rub-pat-not-two-skills',
    'weak',
    { rubPat: { ...rubPat, b: { ...rubPat.b, name: 'The speed' } } },
    'Keep “speed”',
  ],
  [
    'rub-pat-not-two-skills',
    'weak',
    { rubPat: { ...rubPat, b: { ...rubPat.b, soloDrill: rubPat.a.soloDrill } } },
    'for “evenness” write a drill',
  ],
  [
    'rub-pat-one-measure',
    'weak',
    { rubPat: { ...rubPat, b: { ...rubPat.b, measure: 'lines in a minute' } } },
    'keep “lines in a minute”',
  ],
  [
    'rub-pat-long-solo',
    'weak',
    { rubPat: { ...rubPat, a: { ...rubPat.a, soloDrill: 'Quick lines for three weeks.' } } },
    'emphasis on “speed”',
  ],
  [
    'rub-pat-no-emphasis',
    'weak',
    { rubPat: { ...rubPat, together: 'Do both.' } },
    'attention on “speed”, one on “evenness”',
  ],
  ['support-missing', 'missing', { support: null }, 'before you paint'],
  [
    'support-slots-empty',
    'weak',
    { support: { ...support, kit: [], time: null } },
    'kit: what has to lie ready?',
  ],
  ['support-no-plan', 'missing', { support: { ...support, obstacles: [] } }, 'One line.'],
  ['support-vague-plan', 'weak', plan('it wobbles', 'I try to be careful'), 'If it wobbles, then'],
  ['payoff-missing', 'missing', { payoff: null }, 'when you paint'],
  ['payoff-no-target', 'missing', { payoff: { ...payoff, target: { low: null, high: null } } }, 'target: 8'],
  ['payoff-vague-unit', 'weak', { payoff: { ...payoff, unit: 'progress' } }, 'when you paint'],
  [
    'payoff-not-measurable',
    'weak',
    { payoff: { ...payoff, howMeasured: 'It feels better than it did.' } },
    'count the even lines',
  ],
  [
    'payoff-not-measurable',
    'weak',
    { payoff: { ...payoff, howMeasured: 'By eye.' } },
    'count the even lines',
  ],
  ['payoff-no-anchors', 'missing', { payoff: { ...payoff, kind: 'rating' } }, 'My lines look like'],
  ['repeat-missing', 'missing', { repeat: null }, 'Let the brush lean'],
  ['repeat-too-long', 'weak', { repeat: { ...repeat, attemptMinutes: 15.5 } }, 'Let the brush lean'],
  [
    'repeat-floor-long',
    'weak',
    { repeat: { ...repeat, floor: 'Paint for 10 minutes.' } },
    'Let the brush lean',
  ],
  ['experiments-too-few', 'missing', { experiments: [] }, 'company: alone, with a listener; time of day'],
  [
    'experiments-too-few',
    'weak',
    { experiments: [{ name: 'Company', levels: ['alone', 'in a pair'] }] },
    'time of day: ',
  ],
  ['experiments-levels', 'weak', levels(['rough']), 'paper: rough, not rough'],
  ['experiments-levels', 'weak', levels(['1', '2', '3', '4', '5']), 'paper: 1, 2, 3'],
  [
    'list-item-cut',
    'weak',
    { support: { ...support, kit: ['a round brush', 'such as a size 8'] } },
    '“a round brush, such as a size 8”',
  ],
  [
    'list-item-cut',
    'weak',
    { support: { ...support, people: ['a friend', 'who counts', 'a teacher'] } },
    '“a friend, who counts”',
  ],
  [
    'list-item-cut',
    'weak',
    { payoff: { ...payoff, conditions: ['every line counts', 'Also the first one'] } },
    '“every line counts, Also the first one”',
  ],
  ['list-item-cut', 'weak', { support: { ...support, kit: ['or a flat brush'] } }, '“a flat brush …”'],
  ['list-item-cut', 'weak', levels(['rough', 'and wet']), '“rough, and wet”'],
  ['twists-none', 'weak', { twists: [] }, 'paint at half the speed'],
  ['needs-none', 'missing', { needs: [] }, 'Twenty even brush lines'],
  [
    'title-several-verbs',
    'weak',
    { title: 'Plan a mural and paint it', verb: 'plan and paint' },
    '“Plan a mural”',
  ],
  ['title-several-verbs', 'weak', { title: 'Mix a colour, then draw with it' }, '“Mix a colour”'],
  ['title-promise', 'weak', { title: 'Master the brush in 21 days' }, '“Paint … ”'],
  ['summary-promise', 'weak', { summary: 'You will become an expert.' }, 'able to paint'],
  ['safety-missing', 'missing', { support: { ...support, kit: ['a sharp knife'] } }, 'With the knife'],
  ['safety-missing', 'missing', trick('Take the pan off the stove.'), 'With the stove'],
  [
    'safety-missing',
    'missing',
    { twists: [{ name: 'up', instruction: 'Do it on a ladder.' }] },
    'With the ladder',
  ],
  ['claim-learning-style', 'weak', { summary: 'Made for every learning style.' }, 'as text'],
  ['claim-hours', 'weak', { summary: 'The first of your 10,000 hours.' }, 'target of the payoff'],
  ['claim-habit-days', 'weak', { repeat: { ...repeat, rhythm: 'Daily for 66 days.' } }, 'after coffee'],
  [
    'claim-interleaving',
    'weak',
    { repeat: { ...repeat, rhythm: 'Interleaving always works.' } },
    'to measure',
  ],
  ['claim-optimal-share', 'weak', { summary: 'Success of 85% is optimal.' }, 'starting point'],
  ['claim-proven', 'weak', { summary: 'Proven to work.' }, 'tried it here'],
  ['claim-parts', 'weak', { summary: 'Split the skill and drill the parts.' }, 'shifting emphasis'],
  ['claim-flow', 'weak', { summary: 'You get into flow.' }, 'clock'],
];

function trick(text: string): Partial<Design> {
  return { entryTrick: { text, limit: 'It hides pressure.', tryFirst: false } };
}

function plan(cue: string, act: string): Partial<Design> {
  // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text
  return support === null ? {} : { support: { ...support, obstacles: [{ if: cue, then: act }] } };
}

function levels(names: readonly string[]): Partial<Design> {
  return { experiments: [{ name: 'paper', levels: names }, ...SOUND.experiments.slice(1)] };
}

describe('reviewDesign', () => {
  it('has nothing to add to a sound design', () => expect(reviewDesign(SOUND)).toEqual([]));

  it.each(SPOILT)('%s (%s)', (code, severity, spoil, example) => {
    const findings = reviewDesign({ ...SOUND, ...spoil });
    const finding = findings.find((each) => each.code === code);
    expect(finding?.severity).toBe(severity);
    expect(finding?.betterExample).toContain(example);
    expect(finding?.why.length).toBeGreaterThan(30);
    // One slip is one finding: advice that is repeated is not read.
    expect(findings.filter((each) => each.code === code)).toHaveLength(1);
  });

  it('is quiet where a safety note stands', () => {
    const design = { ...SOUND, ...trick('Take the pan off the stove.'), safety: 'The pan is hot.' };
    expect(reviewDesign(design)).toEqual([]);
  });

  it('takes a word that only begins like a connective, and needs in whatever words people have', () => {
    const design: Design = {
      ...SOUND,
      support: { ...support, kit: ['oregano', 'an iffy brush', 'a whole sheet, such as newsprint'] },
      needs: ['if I hurry, my lines wobble', 'and I never know why'],
    };
    expect(reviewDesign(design)).toEqual([]);
  });

  it('asks for no shifting emphasis where the parts run in turn', () => {
    expect(
      reviewDesign({ ...SOUND, rubPat: { ...rubPat, timing: 'in-turn', together: 'Do both.' } }),
    ).toEqual([]);
  });

  it('takes exactly 60 words, 15 minutes and 2 minutes as they are', () => {
    const design: Design = {
      ...SOUND,
      ...trick('pull '.repeat(60)),
      repeat: { ...repeat, attemptMinutes: 15, floor: 'Paint for 2 minutes.' },
    };
    expect(reviewDesign(design)).toEqual([]);
    expect(reviewDesign({ ...design, ...trick('pull '.repeat(61)) })).toHaveLength(1);
  });

  it('never throws, and always says why and what instead, whatever the texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '…', '. . .', 'and', '-', '10 minutes'),
    );
    const texts = fc.array(text, { maxLength: 3 });
    const spoil = fc.record(
      {
        title: text,
        verb: text,
        summary: text,
        needs: texts,
        payoff: fc.record({ conditions: texts }).map((parts) => ({ ...payoff, ...parts })),
        entryTrick: fc.option(fc.record({ text, limit: fc.option(text), tryFirst: fc.boolean() })),
        support: fc.constantFrom(null, support),
        repeat: fc.option(
          fc.record({ attemptMinutes: fc.double(), perWeek: fc.integer(), floor: text, rhythm: text }),
        ),
        experiments: fc.array(fc.record({ name: text, levels: texts }), { maxLength: 3 }),
        safety: fc.option(text),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(spoil, (parts) => {
        for (const { why, betterExample } of reviewDesign({ ...SOUND, ...parts })) {
          expect(why).not.toBe('');
          expect(betterExample).not.toBe('');
        }
      }),
    );
  });
});
