import { describe, expect, it } from 'vitest';
import { becameWords, conversionWords, type Designed, type Practised, whatBecame } from './what-became.ts';

const design = (id: string, lineage: string[] = [], isOwn = lineage.length > 0): Designed => ({
  id,
  slug: id,
  title: `The ${id}`,
  lineage,
  isOwn,
});
const practice = (micromasteryId: string, attempts = 4): Practised => ({
  id: `practice of ${micromasteryId}`,
  micromasteryId,
  title: `The ${micromasteryId}`,
  attempts,
});

const BOWLINE = design('bowline');
const HITCH = design('hitch');
const MY_BOWLINE = design('my-bowline', ['loop@1', 'bowline@3']);
const known = (practices: Practised[], designs = [MY_BOWLINE, BOWLINE, HITCH]) => ({ practices, designs });

describe('what became of a found micromastery', () => {
  it('is a practice of it, or of what the learner made from it', () => {
    expect(whatBecame('bowline', known([practice('hitch'), practice('bowline')]))).toEqual({
      kind: 'practised',
      practiceId: 'practice of bowline',
      title: 'The bowline',
      attempts: 4,
    });
    expect(whatBecame('bowline', known([practice('my-bowline', 0)]))).toMatchObject({
      kind: 'practised',
      title: 'The my-bowline',
    });
  });

  it('is a design of one’s own, made from it or itself', () => {
    const own = { kind: 'designed', micromasteryId: 'my-bowline', title: 'The my-bowline' };
    expect(whatBecame('bowline', known([]))).toEqual(own);
    expect(whatBecame('my-bowline', known([]))).toEqual(own);
    const fromScratch = design('my-own', [], true);
    expect(whatBecame('my-own', known([], [fromScratch]))).toMatchObject({ kind: 'designed' });
    const asInFile = design('my-bowline', ['bowline 3']);
    expect(whatBecame('bowline', known([], [asInFile, BOWLINE]))).toEqual(own);
  });

  it('is not what somebody else made from it', () => {
    const others = design('double-bowline', ['bowline@3'], false);
    expect(whatBecame('bowline', known([practice('double-bowline')], [others, BOWLINE]))).toEqual({
      kind: 'nothing',
    });
  });

  it('is nothing yet for what was only looked at, also where this device does not know it', () => {
    expect(whatBecame('hitch', known([practice('bowline')]))).toEqual({ kind: 'nothing' });
    expect(whatBecame('elsewhere', known([practice('bowline')]))).toEqual({ kind: 'nothing' });
    // Another slug that begins alike is another skill.
    expect(whatBecame('bow', known([], [design('bow'), MY_BOWLINE]))).toEqual({ kind: 'nothing' });
  });

  it.each([
    [0, 'On your bench. The first three takes show where you start.'],
    [1, 'Practised, one take. Two more show where you start.'],
    [2, 'Practised, two takes. One more shows where you start.'],
    [3, 'Practised, 3 takes.'],
    [1200, 'Practised, 1,200 takes.'],
  ])('says of %i takes: %s', (attempts, words) => {
    expect(becameWords(whatBecame('bowline', known([practice('bowline', attempts)])))).toBe(words);
  });
});

describe('from an answer to a practice', () => {
  const need = (...micromasteryIds: string[]) => ({ state: 'open' as const, micromasteryIds });
  const many = (count: number) => Array.from({ length: count }, (_, at) => `m${at}`);

  it('is not spoken of where no answer was looked at', () => {
    expect(conversionWords([], known([]))).toBeNull();
    expect(conversionWords([need(), { ...need('bowline'), state: 'let-go' }], known([]))).toBeNull();
  });

  it('counts each answer once, of needs that are open or answered', () => {
    const needs = [
      need('bowline', 'hitch'),
      { ...need('bowline'), state: 'answered' as const },
      { ...need('m1'), state: 'let-go' as const },
    ];
    expect(conversionWords(needs, known([practice('hitch')], []))).toBe(
      'Of the 2 answers you looked at, 1 became a practice or a design of your own.',
    );
  });

  it.each([
    [1, 0, 'The one answer you looked at has not become a practice or a design of your own yet.'],
    [1, 1, 'The one answer you looked at became a practice or a design of your own.'],
    [4, 4, 'Of the 4 answers you looked at, 4 became a practice or a design of your own.'],
    [12, 0, 'Of the 12 answers you looked at, none has become a practice or a design of your own yet.'],
    [12, 5, 'Of the 12 answers you looked at, 5 (42%) became a practice or a design of your own.'],
    [5, 5, 'Of the 5 answers you looked at, 5 (100%) became a practice or a design of your own.'],
  ])('of %i with %i taken up', (looked, taken, words) => {
    const practices = many(taken).map((id) => practice(id));
    expect(conversionWords([need(...many(looked))], known(practices))).toBe(words);
  });
});
