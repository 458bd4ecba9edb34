import fc from 'fast-check';
import { BOUNDS, DIRECTIONS, MEASURE_KINDS, valueFault } from '../../src/engine/measure/measure.ts';
import { line, type MicromasteryDesign, prose } from '../../src/features/library/contract.ts';

/** Texts that a file format may trip over. */
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
export const rawText = fc.oneof(
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
export const anyDesign: fc.Arbitrary<MicromasteryDesign> = fc
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
export const turned = (design: MicromasteryDesign): MicromasteryDesign =>
  JSON.parse(JSON.stringify(design), (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
