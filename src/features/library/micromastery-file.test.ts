import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anyDesign, rawText, turned } from '../../../tests/support/any-design.ts';
import { reviewDesign } from '../../engine/design-review/design-review.ts';
import { readMicromasteryFile, writeMicromasteryFile } from './micromastery-file.ts';

const LIBRARY = join(import.meta.dirname, '../../../library');
const SHIPPED = readdirSync(LIBRARY).filter((name) => name.endsWith('.md'));
const shipped = (name: string) => readFileSync(join(LIBRARY, name), 'utf8');

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
    ['a name twice in a group', 'kind: duration', 'kind: duration\n  "kind": count', '"kind"', 'second time'],
    ['a name twice on a line', 'verb: tie', 'verb: { a: x, a: y }', 'verb: {', 'second time'],
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

  it('is told of many thousand names as of a few: each is unknown, and only the second of two stands twice', () => {
    const fileOf = (names: readonly string[]) => `---\n${names.join('\n')}\n---\n`;
    const names = Array.from({ length: 12_800 }, (_, at) => `${at.toString(36)}:`);
    const told = faultsOf(fileOf(names));
    expect(told.map(({ pointer }) => pointer)).toContain('/title');
    expect(told.filter(({ message }) => message.includes('second time'))).toEqual([]);
    const unknown = faultsOf(fileOf(names.slice(0, 9_000).map((name) => `${name} x`)));
    expect(unknown.map(({ pointer }) => pointer)).toContain('/d');
    expect(unknown.every(({ message }) => !message.includes('second time'))).toBe(true);
    expect(faultsOf(fileOf([...names, '7:']))).toEqual([
      { line: 12_802, pointer: '', message: expect.stringContaining('second time') },
    ]);
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
