import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeSplit, rightSize, type SizedDesign } from './right-size.ts';

const typed = (title: string): SizedDesign => ({ title, verb: '', summary: '', repeat: null, payoff: null });
const codes = (design: SizedDesign) => rightSize(design).map(({ code }) => code.replace('size-', ''));
const titles = (design: SizedDesign) => proposeSplit(design)?.units.map(({ title }) => title) ?? [];

/** Of the right size, or at least with nothing that speaks against it. */
const FITTING = `
  tie a bowline
  bake bread
  learn to juggle three balls
  learn juggling
  learn ten chords
  I want to be able to do a handstand
  say no to my boss
  stay calm in a negotiation
  improve one paragraph
  ask one short question, then wait
  give a five-minute talk
  negotiate a salary
  run a 5k
  fold a paper crane
  write a book review
  draw a face and its shadow
  cook rice and beans
  present numbers, charts and tables
  write a plan and design brief
  write clear, short emails
  write and send an invoice
  write emails that people read and answer
  use a spreadsheet to plan and track my spending
  teach my kids to cook and clean up
  help my team plan and run meetings
  get my team to plan and run meetings
  I need to get my team to plan and run meetings
  copy and paste a table
  copy a table and paste it
  read and understand a balance sheet
  understand and explain a balance sheet
  go and ask for a raise
  go to the market and buy fish
  try and negotiate a discount
  cook and explain a dish at the same time
  buy flour and baking powder
  I am in charge of design and test quality
  play chords and sing
  measure twice and cut once
  question and answer sessions
  run question and answer sessions
  research and development budget
  Meeting notes and planning documents
  wake up an hour earlier
  read the 24-hour clock
  reply to every mail within 24 hours
  have a plan ready in 2 days
  my onion falls apart while I cut it
  my meetings run over and waste time
  people stop listening before I get to the point
  I get nervous and forget what I wanted to say
  I say yes to everything and then work at night
  Zeit besser einteilen und planen
  会議を計画する
`;

const SEVERAL: readonly (readonly [need: string, ...units: string[]])[] = [
  ['plan and run a meeting', 'Plan a meeting', 'Run a meeting'],
  ['Plan & run a sprint.', 'Plan a sprint', 'Run a sprint'],
  ['draft/edit a press release', 'Draft a press release', 'Edit a press release'],
  ['plan a meeting, and to run it', 'Plan a meeting', 'Run a meeting'],
  ['plan, run and review a retro', 'Plan a retro', 'Run a retro', 'Review a retro'],
  [
    'plan and run a meeting that ends on time',
    'Plan a meeting that ends on time',
    'Run a meeting that ends on time',
  ],
  ['I have to plan and run our yearly offsite', 'Plan our yearly offsite', 'Run our yearly offsite'],
  ['My boss wants me to plan and facilitate a workshop', 'Plan a workshop', 'Facilitate a workshop'],
  ['I can’t plan and cook a dinner for six', 'Plan a dinner for six', 'Cook a dinner for six'],
  ['I need to learn how to prepare and give a talk', 'Prepare a talk', 'Give a talk'],
  ['I have no idea how to price and sell my work', 'Price my work', 'Sell my work'],
  ['how to set up and calibrate a telescope', 'Set up a telescope', 'Calibrate a telescope'],
  ['planning and running meetings', 'Plan meetings', 'Run meetings'],
  ['become good at negotiating and closing deals', 'Negotiate deals', 'Close deals'],
  ['Mix a colour, then draw with it', 'Mix a colour', 'Draw with a colour'],
  ['write a report and present it to the board', 'Write a report', 'Present a report to the board'],
  ['plant tomatoes and prune them', 'Plant tomatoes', 'Prune tomatoes'],
  ['prepare for and run a job interview', 'Prepare for a job interview', 'Run a job interview'],
  ['hand over a task and follow up on it', 'Hand over a task', 'Follow up on a task'],
  ['plan a trip and book the hotels', 'Plan a trip', 'Book the hotels'],
  ['Handle objections and close a sale', 'Handle objections', 'Close a sale'],
  ['fix a puncture or change a tyre', 'Fix a puncture', 'Change a tyre'],
  ['I freeze when I have to speak and answer questions', 'Speak', 'Answer questions'],
  ['design a logo, build a website and launch a shop', 'Design a logo', 'Build a website', 'Launch a shop'],
  [
    'plan, run, review and report a project',
    'Plan a project',
    'Run a project',
    'Review and report a project',
  ],
  ['bake a cake, ice it, cut it and draw a card', 'Bake a cake, ice it', 'Cut a cake', 'Draw a card'],
];

const OPEN = `
  become a better leader
  be more confident
  be on time
  stay calm
  listen more
  delegate better
  always answer emails within a day
  get better at public speaking
  get comfortable speaking in public
  improve my tennis serve
  improve at chess
  learn Spanish
  learn guitar
  understand my customers
  manage stress
  stop procrastinating
  leadership skills
  Time management
  stay calm in a team
  be better in one-to-ones
`;

const LONG: readonly (readonly [need: string, words: string])[] = [
  ['run a two-hour workshop', 'takes 120 minutes'],
  ['give a 45-minute talk', 'takes 45 minutes'],
  ['meditate for 30 minutes', 'takes 30 minutes'],
  ['sharpen a knife in half an hour', 'takes 30 minutes'],
  ['an hour and a half of scales', 'takes 90 minutes'],
  ['a half-day training', 'takes 480 minutes'],
  ['write a book', '“Write a book” is the work of many sessions'],
  ['I would love to write my first novel', '“Write my first novel” is'],
  ['organise a wedding for my sister', '“Organise a wedding” is'],
];

const lines = (text: string) => text.trim().split(/\n\s*/);

describe('a typed need', () => {
  it.each(lines(FITTING))('has a fitting size: %s', (need) => {
    expect(codes(typed(need))).toEqual([]);
    expect(proposeSplit(typed(need))).toBeNull();
  });

  it.each(SEVERAL)('has several verbs: %s', (need, ...units) => {
    expect(codes(typed(need))).toContain('several-verbs');
    expect(titles(typed(need))).toEqual(units);
    const finding = rightSize(typed(need)).find(({ code }) => code === 'size-several-verbs');
    for (const unit of units) expect(finding?.betterExample).toContain(`“${unit}”`);
  });

  it.each(lines(OPEN))('has no visible end: %s', (need) => {
    expect(codes(typed(need))).toEqual(['no-end']);
    // Where the words tell too little, where to end it is for the learner to say.
    const units = proposeSplit(typed(need))?.units ?? [];
    expect(units.map(({ title }) => codes(typed(title)))).toEqual(units.map(() => []));
  });

  it.each(LONG)('is too long for one attempt: %s', (need, words) => {
    const [finding, ...others] = rightSize(typed(need));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'size-too-long', element: 'title' });
    expect(finding?.why).toContain(words);
    expect(proposeSplit(typed(need))?.by).toBe('piece');
    for (const title of titles(typed(need))) expect(codes(typed(title))).toEqual([]);
  });

  it('can be the need alone, before there is a title', () => {
    const design = { ...typed(' '), needs: ['plan and run a meeting', 'become a leader'] };
    expect(titles(design)).toEqual(['Plan a meeting', 'Run a meeting']);
    expect(codes(typed(''))).toEqual([]);
  });
});

const SOUND: SizedDesign = {
  title: 'Twenty even brush lines',
  verb: 'paint',
  summary: 'You will be able to paint twenty lines of one width.',
  repeat: { attemptMinutes: 5, perWeek: 4, floor: 'One line.', rhythm: 'After coffee.' },
  payoff: {
    statement: 'My lines look like one hand made them.',
    kind: 'count',
    unit: 'even lines of twenty',
    direction: 'up',
    target: { low: 18, high: null },
    howMeasured: 'Count the lines whose width stays within 1 mm.',
    conditions: [],
    anchors: null,
  },
};
const { repeat, payoff } = SOUND;
if (!repeat || !payoff) throw new Error('the sound design has both');

describe('a design', () => {
  it('that is sound has nothing to be told, and nothing to be split', () => {
    expect(rightSize(SOUND)).toEqual([]);
    expect(proposeSplit(SOUND)).toBeNull();
  });

  it('has the verbs of its own field, done to what its title names', () => {
    const design = { ...SOUND, title: 'The yearly offsite', verb: 'plan and run' };
    expect(rightSize(design)).toMatchObject([
      { code: 'size-several-verbs', element: 'title', severity: 'weak' },
    ]);
    expect(proposeSplit(design)?.units).toEqual([
      {
        title: 'Plan the yearly offsite',
        verb: 'plan',
        why: 'Of “plan” and “run” only “plan”: it can be repeated and counted by itself.',
        attemptMinutes: null,
      },
      {
        title: 'Run the yearly offsite',
        verb: 'run',
        why: 'Of “plan” and “run” only “run”: it can be repeated and counted by itself.',
        attemptMinutes: null,
      },
    ]);
    expect(titles({ ...design, title: 'Run the yearly offsite' })[0]).toBe('Plan the yearly offsite');
    expect(rightSize({ ...SOUND, verb: 'copy and paste' })).toEqual([]);
    expect(rightSize({ ...SOUND, verb: 'hand over' })).toEqual([]);
  });

  it('may promise two doings only in its summary', () => {
    const summary = 'You will be able to plan a mural and paint it. You can also clean and store brushes.';
    const design = { ...SOUND, summary };
    expect(rightSize(design)).toMatchObject([{ code: 'size-several-verbs', element: 'summary' }]);
    expect(titles(design)).toEqual(['Plan a mural', 'Paint a mural']);
  });

  it('says what is left over where there are more than three verbs', () => {
    const last = proposeSplit(typed('plan, run, review and report a project'))?.units[2];
    expect(last).toEqual({
      title: 'Review and report a project',
      verb: 'review',
      why: 'What is left of “plan”, “run”, “review” and “report”. It still holds more than one verb: split it again.',
      attemptMinutes: null,
    });
  });

  it('may take exactly 20 minutes an attempt, whatever its title says', () => {
    const minutes = (attemptMinutes: number, title = SOUND.title) => ({
      ...SOUND,
      title,
      repeat: { ...repeat, attemptMinutes },
    });
    expect(rightSize(minutes(20))).toEqual([]);
    expect(rightSize(minutes(20, 'Open a two-hour workshop'))).toEqual([]);
    expect(rightSize(minutes(20.5))).toMatchObject([
      { code: 'size-too-long', element: 'repeat', severity: 'weak' },
    ]);
    expect(proposeSplit(minutes(20.5))?.units).toMatchObject([
      { title: 'Twenty even brush lines: the first ten minutes', verb: 'paint', attemptMinutes: 10 },
      { title: 'Twenty even brush lines: ten minutes from the middle', verb: 'paint' },
      { title: 'Twenty even brush lines: the last ten minutes', verb: 'paint' },
    ]);
    expect(rightSize(typed('give a 20-minute talk'))).toEqual([]);
    expect(codes(typed('give a 21-minute talk'))).toEqual(['too-long']);
  });

  it('is split at its verbs before it is cut by time', () => {
    const design = {
      ...typed('plan and run a two-hour meeting'),
      repeat: { ...repeat, attemptMinutes: 120 },
    };
    expect(codes(design)).toEqual(['several-verbs', 'too-long']);
    expect(titles(design)).toEqual(['Plan a two-hour meeting', 'Run a two-hour meeting']);
  });

  it('shows its end by a payoff that is measured after each attempt, and by none that comes once a season', () => {
    const design = { ...SOUND, title: 'Become a better listener', verb: 'listen' };
    expect(rightSize(design)).toEqual([]);
    expect(codes({ ...design, payoff: null })).toEqual(['no-end']);
    const yearly = { ...payoff, howMeasured: 'The survey of the team at the end of the year.' };
    expect(rightSize({ ...design, payoff: yearly })).toMatchObject([
      { code: 'size-no-end', element: 'payoff', severity: 'missing' },
    ]);
  });

  it('keeps titles within what a title may be, cut at a word', () => {
    const long = `run a two-hour workshop on ${'conflict '.repeat(20)}`;
    for (const title of titles(typed(long))) {
      expect(title.length).toBeLessThanOrEqual(120);
      expect(title).toMatch(/ conflict…: (?:the first|ten|the last) (?:ten )?minutes(?: from the middle)?$/);
    }
  });
});

const VERBS = [
  'plan',
  'run',
  'write',
  'present',
  'bake',
  'tie',
  'record',
  'set up',
  'follow up',
  'understand',
  'be',
];
const pieces = fc.oneof(
  fc.constantFrom(
    ...VERBS,
    'planning',
    'running',
    'a meeting',
    'it',
    'them',
    'emails',
    'for',
    'that ends',
    'I have to',
  ),
  fc.constantFrom(
    'and',
    'and',
    ',',
    ', then',
    'or',
    '&',
    '/',
    'two-hour',
    '45 minutes',
    'better',
    'in a talk',
    'once',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' '));
const anyDesign = fc.record({
  title: fc.oneof(texts, fc.constant('')),
  verb: texts,
  summary: texts,
  needs: fc.array(texts, { maxLength: 2 }),
  repeat: fc.constantFrom(null, repeat, { ...repeat, attemptMinutes: 45 }),
  payoff: fc.constantFrom(null, payoff),
});
const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

describe('right-sizing', () => {
  it('never throws, and proposes two or three units with a title and a reason wherever it proposes any', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        for (const { why, betterExample } of rightSize(design)) {
          expect(why.length).toBeGreaterThan(30);
          expect(betterExample.length).toBeGreaterThan(30);
        }
        const split = proposeSplit(design);
        if (split === null) return;
        expect([2, 3]).toContain(split.units.length);
        for (const unit of split.units) {
          expect(unit.title.trim()).not.toBe('');
          expect(unit.title.length).toBeLessThanOrEqual(120);
          expect(unit.why.length).toBeGreaterThan(30);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('proposes a split wherever it found verbs or minutes too many, and none where it found nothing', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const found = rightSize(design).map(({ code }) => code);
        const split = proposeSplit(design);
        if (found.length === 0) expect(split).toBeNull();
        if (found.some((code) => code !== 'size-no-end')) expect(split).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('makes its units of the words that are there, each with one verb', () => {
    const doings = fc.uniqueArray(fc.constantFrom(...VERBS.slice(0, 8)), { minLength: 2, maxLength: 3 });
    const things = fc.constantFrom('a meeting', 'our reports for the board', 'the rope that I have');
    fc.assert(
      fc.property(doings, things, fc.boolean(), (several, thing, isAsked) => {
        const need = `${isAsked ? 'I have to ' : ''}${several.join(' and ')} ${thing}`;
        const split = proposeSplit(typed(need));
        expect(split?.units.map(({ verb }) => verb)).toEqual(several);
        for (const { title } of split?.units ?? []) {
          for (const word of wordsIn(title)) expect(wordsIn(need)).toContain(word);
          expect(rightSize(typed(title))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
