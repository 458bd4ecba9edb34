import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reviewDesign } from '../../engine/design-review/design-review.ts';
import { BOUNDS, DIRECTIONS, MEASURE_KINDS, valueFault } from '../../engine/measure/measure.ts';
import { line, type MicromasteryDesign, prose } from './contract.ts';
import { readMicromasteryFile, writeMicromasteryFile } from './micromastery-file.ts';

const LIBRARY = join(import.meta.dirname, '../../../library');
const SHIPPED = readdirSync(LIBRARY).filter((name) => name.endsWith('.md'));
const shipped = (name: string) => readFileSync(join(LIBRARY, name), 'utf8');

const TRICKY = [
  'yes',
  'no',
  'null',
  '~',
  '10',
  '0x1F',
  '1e3',
  '-5',
  '.5',
  '2024-01-01',
  'true',
  '---',
  '...',
  '- dash',
  '# hash',
  '## Needs',
  '#',
  '\\# escaped',
  '\\\\## twice',
  'a: b',
  'a #b',
  '"quoted',
  "it's",
  '& anchor',
  '*alias',
  '!tag',
  '%dir',
  '@at',
  '`tick`',
  '{a}',
  '[b]',
  'a, b',
  '? key',
  ': colon',
  '| pipe',
  '> fold',
  'ünïcödé 漢字 🤹🏽‍♀️',
  'a\u00a0b',
  'a\u200bb',
  'a\ufeffb',
  '<<',
  '__proto__',
  'constructor',
  '=',
  '1. list',
  '* star',
  '+ plus',
  '\\',
  '\\n',
  '%',
  'trailing:',
  "''",
  '""',
  'אבג',
  'e\u0301',
];
const rawText = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.constantFrom(...TRICKY, 'word', 'longer-word', '\n', '\n\n'), { maxLength: 40 })
    .map((parts) => parts.join(' ')),
);
type Text = ReturnType<typeof line>;
const textOf = (schema: Text) =>
  rawText.filter((raw) => schema.safeParse(raw).success).map((raw) => schema.parse(raw));
const lineText = (most: number) => textOf(line(most));
const proseText = (most: number) => textOf(prose(most));
const listOf = (most: number, length: number) => fc.array(lineText(most), { maxLength: length });
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);

const component = fc.record({ name: lineText(80), soloDrill: lineText(300), measure: lineText(160) });
const payoff = fc
  .record({ kind: fc.constantFrom(...MEASURE_KINDS), direction: fc.constantFrom(...DIRECTIONS) })
  .chain(({ kind, direction }) => {
    // JSON and YAML alike know only one zero.
    const end = fc
      .double({ ...BOUNDS[kind], noNaN: true })
      .map((value) => (valueFault(kind, value) === 'not-whole' ? Math.floor(value) : value) + 0);
    const targets = {
      up: end.map((low) => ({ low, high: null })),
      down: end.map((high) => ({ low: null, high })),
      within: fc
        .tuple(end, end)
        .map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) })),
    };
    return fc.record({
      statement: lineText(200),
      kind: fc.constant(kind),
      unit: lineText(40),
      direction: fc.constant(direction),
      target: fc.oneof(fc.constant({ low: null, high: null }), targets[direction]),
      howMeasured: lineText(400),
      minTrials: fc.integer({ min: 1, max: 100 }),
      conditions: listOf(200, 6),
      applause: fc.constantFrom('inner' as const, 'outer' as const, 'both' as const),
      anchors: orNull(fc.record({ at0: lineText(120), at5: lineText(120), at10: lineText(120) })),
    });
  });

const media = fc.constantFrom('bowline-1.svg', `sha256-${'ab'.repeat(32)}`, 'loop.mp3');
const recording = fc.record({ media, transcript: proseText(400) });
const formats = fc
  .record(
    {
      checklist: fc.array(lineText(200), { minLength: 1, maxLength: 20 }),
      pictures: fc.array(fc.record({ media, caption: lineText(300) }), { minLength: 1, maxLength: 12 }),
      audio: recording,
      video: recording,
    },
    { requiredKeys: [] },
  )
  .filter((made) => Object.keys(made).length > 0);

/** What may be left out is there or is not, and never there as nothing. */
const anyDesign: fc.Arbitrary<MicromasteryDesign> = fc
  .tuple(
    fc.record({ formats, source: lineText(300), sizeReason: lineText(300) }, { requiredKeys: [] }),
    fc.option(fc.array(lineText(160), { minLength: 1, maxLength: 12 }), { nil: null }),
    fc.record({
      slug,
      title: lineText(120),
      verb: lineText(40),
      summary: proseText(300),
      needs: listOf(160, 12),
      fields: fc.array(lineText(80), { minLength: 1, maxLength: 8 }),
      entryTrick: orNull(
        fc.record({ text: proseText(600), limit: orNull(proseText(400)), tryFirst: fc.boolean() }),
      ),
      rubPat: orNull(
        fc.record({
          timing: fc.constantFrom('at-once' as const, 'in-turn' as const),
          a: component,
          b: component,
          together: lineText(300),
        }),
      ),
      support: orNull(
        fc.record({
          kit: listOf(160, 12),
          people: listOf(160, 8),
          place: orNull(lineText(200)),
          time: orNull(lineText(200)),
          mindset: orNull(lineText(200)),
          // biome-ignore lint/suspicious/noThenProperty: an if-then plan is plain text
          obstacles: fc.array(fc.record({ if: lineText(160), then: lineText(200) }), { maxLength: 8 }),
        }),
      ),
      payoff: orNull(payoff),
      repeat: orNull(
        fc.record({
          attemptMinutes: fc.double({ min: 0.1, max: 120, noNaN: true }),
          perWeek: fc.integer({ min: 1, max: 70 }),
          floor: lineText(200),
          rhythm: lineText(200),
        }),
      ),
      twists: fc.uniqueArray(fc.record({ name: lineText(60), instruction: lineText(200) }), {
        maxLength: 20,
        selector: ({ name }) => name,
      }),
      experiments: fc.uniqueArray(
        fc.record({
          name: lineText(60),
          levels: fc.uniqueArray(lineText(60), { minLength: 2, maxLength: 4 }),
        }),
        { maxLength: 12, selector: ({ name }) => name },
      ),
      links: fc.uniqueArray(
        fc.record({
          to: slug,
          kind: fc.constantFrom('carries-over-to' as const, 'part-of' as const, 'needs' as const),
        }),
        { maxLength: 20, selector: ({ to }) => to },
      ),
      safety: orNull(proseText(400)),
      licence: lineText(80),
      version: fc.integer({ min: 1, max: 10_000 }),
      lineage: listOf(120, 20),
    }),
  )
  .map(([more, tools, design]) => ({
    ...design,
    ...more,
    support: design.support && (tools === null ? design.support : { ...design.support, tools }),
  }));

/** Equal, but with the fields of every object in the opposite order, as a database may hand them back. */
const turned = (design: MicromasteryDesign): MicromasteryDesign =>
  JSON.parse(JSON.stringify(design), (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );

describe('a library file', () => {
  it('gives back every valid design, and the same bytes when it is written again', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const text = writeMicromasteryFile(design);
        expect(readMicromasteryFile(text, `${design.slug}.md`)).toEqual({ kind: 'design', design });
        expect(writeMicromasteryFile(turned(design))).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it('means the same to a reader that guesses types, and to one on Windows', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const text = writeMicromasteryFile(design);
        const front: { title?: unknown; fields?: unknown } = parse(text.split('\n---\n')[0] ?? '', {
          version: '1.1',
        });
        expect(front.title).toBe(design.title);
        expect(front.fields).toEqual(design.fields);
        const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
        expect(readMicromasteryFile(windows, '')).toEqual({ kind: 'design', design });
      }),
      { numRuns: 100 },
    );
  });

  it.each([1, 4, 7, 10, 13, 16])(
    'wraps a paragraph without making a heading or a list of it (%i)',
    (shift) => {
      const reading = readMicromasteryFile(shipped('bowline.md'), 'bowline.md');
      if (reading.kind === 'faults') throw new Error('the bowline can be read');
      const parts = Array.from({ length: 44 }, (_, place) => ['tie', '## Limit', '- it', '3. it'][place % 4]);
      const summary = `${'x'.repeat(shift)} ${parts.join(' ')}`;
      const text = writeMicromasteryFile({ ...reading.design, summary });
      const written = text.split('\n---\n\n')[1]?.split('\n\n## Needs')[0]?.split('\n') ?? [];
      expect(written.length).toBeGreaterThan(2);
      expect(written.filter((each) => !/^\p{L}/u.test(each))).toEqual([]);
      expect(readMicromasteryFile(text, '')).toMatchObject({ design: { summary } });
    },
  );

  it('never throws, whatever the text', () => {
    const pieces = fc.array(
      fc.oneof(
        rawText,
        fc.constantFrom('---\n', 'title: ', '\n', '  ', '- ', '&a ', '*a ', '!!js ', '## Needs\n', '[', '{'),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const reading = readMicromasteryFile(`---\n${parts.join('')}`, 'x.md');
        expect(reading.kind).toBe('faults');
      }),
    );
  });

  it('is reviewed without a throw, whatever the design', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        for (const finding of reviewDesign(design)) {
          expect(finding.why).not.toBe('');
          expect(finding.betterExample).not.toBe('');
        }
      }),
    );
  });
});

describe('the starter library', () => {
  it('has 24 micromasteries', () => expect(SHIPPED).toHaveLength(24));

  it.each(SHIPPED)('%s is complete, canonical, and the review has nothing to add', (name) => {
    const text = shipped(name);
    const reading = readMicromasteryFile(text, name);
    if (reading.kind === 'faults') throw new Error(JSON.stringify(reading.faults));
    const { design } = reading;
    expect(writeMicromasteryFile(design)).toBe(text);
    expect(reviewDesign(design)).toEqual([]);
    const { entryTrick, rubPat, support, payoff, repeat } = design;
    for (const element of [entryTrick, entryTrick?.limit, rubPat, support, payoff, repeat])
      expect(element).toBeTruthy();
    for (const slot of Object.values(support ?? {})) expect(slot?.length ?? 0).toBeGreaterThan(0);
    expect(design.needs.length).toBeGreaterThanOrEqual(3);
    expect(design.needs.length).toBeLessThanOrEqual(8);
    expect(design.twists.length).toBeGreaterThanOrEqual(5);
    expect(design.experiments.length).toBeGreaterThanOrEqual(3);
    expect(design.fields.length).toBeGreaterThanOrEqual(2);
    expect(design.licence).toBe('CC BY 4.0');
    for (const { to } of design.links) expect(SHIPPED).toContain(`${to}.md`);
  });
});

describe('a fault', () => {
  const bowline = shipped('bowline.md');
  const faultsOf = (text: string, name = 'bowline.md') => {
    const reading = readMicromasteryFile(text, name);
    return reading.kind === 'faults' ? reading.faults : [];
  };
  const lineOf = (text: string, part: string) =>
    text.split('\n').findIndex((each) => each.includes(part)) + 1;

  it.each([
    ['a name twice', 'verb: tie', 'verb: tie\nverb: bind', 'verb: bind', 'second time'],
    ['a wrong kind', 'kind: duration', 'kind: minutes', 'kind: minutes', 'one of count, duration'],
    ['a share as per cent', 'kind: duration', 'kind: proportion', 'target: 6', 'write 0.8 for 80%'],
    ['two ends where one is meant', 'target: 6', 'target: [4, 6]', 'target:', 'one number'],
    ['no number', 'version: 1', 'version: first', 'version: first', 'such as “version: 1”'],
    ['an unknown field', '  unit:', '  units:', '  units:', 'the fields are statement, kind, unit'],
    ['text in the wrong place', 'verb: tie', 'verb: tie\nneeds: [x]', 'needs: [x]', 'under “## Needs”'],
    ['a colon in a text', 'title: The', 'title: Knots: the', 'title: Knots', 'double quotes'],
    ['an alias', 'verb: tie', 'verb: &v tie', 'verb: &v', 'reference'],
    ['a tag', 'verb: tie', 'verb: !!str tie', 'verb: !!str', 'tag'],
    ['an unknown heading', '## Limit', '## Limits', '## Limits', '## Limit,'],
    ['a heading twice', '## Limit', '## Needs', '## Limit', 'second time'],
    ['a need without its dash', '- my knots slip', 'my knots slip', 'my knots slip', '“- my knots slip'],
    ['one level only', 'hand: [strong, weak]', 'hand: [strong]', 'hand: [strong]', '2 is the least'],
    ['a level twice', 'hand: [strong, weak]', 'hand: [weak, weak]', 'hand: [weak', 'keep one'],
    [
      'a list where names are needed',
      'links:',
      'links: [x]\nlineage:',
      'links: [x]',
      'bowline: carries-over-to',
    ],
    ['another name than the file', 'slug: bowline', 'slug: bow-line', 'slug: bow-line', 'make them the same'],
    [
      'a text that is too long',
      'verb: tie',
      `verb: ${'x'.repeat(41)}`,
      'verb: xxx',
      '41 characters and 40 fit',
    ],
    ['a bad slug', 'slug: bowline', 'slug: Bow Line', 'slug: Bow', 'lower-case'],
    ['a control character', 'verb: tie', 'verb: "t\\u0000e"', 'verb: "t', 'not text'],
  ])('names the line and what to write: %s', (_name, from, to, at, said) => {
    const text = bowline.replace(from, to);
    expect(text).not.toBe(bowline);
    const faults = faultsOf(text);
    const line = at === '## Limit' ? lineOf(text, 'The roll makes') - 2 : lineOf(text, at);
    expect(faults).toContainEqual({
      line,
      pointer: expect.anything(),
      message: expect.stringContaining(said),
    });
  });

  it('says what is missing, with an example', () => {
    const [fault] = faultsOf(bowline.replace(/^ {2}unit:.*\n/m, ''));
    expect(fault?.pointer).toBe('/payoff/unit');
    expect(fault?.message).toBe('“payoff.unit” is missing: add it, such as “unit: catches”.');
    expect(fault?.line).toBe(lineOf(bowline, 'payoff:'));
  });

  it('does not hide a missing field behind one that is spelt like its beginning', () => {
    const pointers = faultsOf(bowline.replace('title:', 'titl:')).map((fault) => fault.pointer);
    expect(pointers.sort()).toEqual(['/titl', '/title']);
  });

  it('tells the first twenty faults and no more', () => {
    const many = Array.from({ length: 500 }, (_, place) => `made-up-${place}: x`).join('\n');
    const faults = faultsOf(bowline.replace('verb: tie', `verb: tie\n${many}`));
    expect(faults.map((fault) => fault.pointer)).toEqual(
      Array.from({ length: 20 }, (_, place) => `/made-up-${place}`),
    );
  });

  it('refuses what is no library file, or far too large, in one sentence', () => {
    expect(faultsOf('# Just a page')).toMatchObject([
      { line: 1, message: expect.stringContaining('has to begin with') },
    ]);
    expect(faultsOf('---\ntitle: x')).toMatchObject([{ message: expect.stringContaining('second line') }]);
    expect(faultsOf(`---\n${'x'.repeat(70_000)}`)).toMatchObject([
      { message: expect.stringContaining('64 kB') },
    ]);
    expect(faultsOf(`---\na: ${'['.repeat(30_000)}\n---\n`)).not.toEqual([]);
  });

  it('accepts what people write: numbers as levels, a single entry without a list, a wrapped paragraph', () => {
    const text = bowline
      .replace('hand: [strong, weak]', 'hand: [1.0, 0x10, no]')
      .replace(/fields: .*/, 'fields: ropework')
      .replace('- my knots slip when', '- my knots\n  slip when');
    const reading = readMicromasteryFile(text, 'bowline.md');
    expect(reading).toMatchObject({
      kind: 'design',
      design: {
        fields: ['ropework'],
        needs: expect.arrayContaining(['my knots slip when there is weight on them']),
      },
    });
    expect(reading.kind === 'design' && reading.design.experiments[0]).toEqual({
      name: 'hand',
      levels: ['1.0', '0x10', 'no'],
    });
  });
});
