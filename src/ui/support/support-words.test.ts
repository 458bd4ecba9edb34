import { describe, expect, it } from 'vitest';
import { Address, AtHandBody, IfThenPlanBody, SupportCheckBody } from '../../features/support/contract.ts';
import { newId } from '../offline/device.ts';
import { addressFault, addressOf } from './address-fault.ts';
import { designWords } from './design-slots.ts';
import { actionOf, cueOf, planSentence } from './plan-words.ts';
import { atHandWrite, dropAtHandWrite, dropPlanWrite, planWrite, supportWrites } from './support-writes.ts';

describe('a plan is read back', () => {
  it.each([
    ['the room is taken', 'stand in the corridor', 'If the room is taken, then I stand in the corridor.'],
    ['If the room is taken,', 'then I stand there.', 'If the room is taken, then I stand there.'],
    ['when it rains', 'I practise indoors', 'If it rains, then I practise indoors.'],
    ['it rains', 'I’ll wait', 'If it rains, then I’ll wait.'],
    ['it rains', 'I ask “what now?”', 'If it rains, then I ask “what now?”'],
    ['I am late', 'Inhale and begin', 'If I am late, then I Inhale and begin.'],
  ])('%j and %j: %s', (cue, action, sentence) => {
    expect(planSentence({ cue, action })).toBe(sentence);
  });

  it('and kept without the words that every plan has', () => {
    expect(cueOf(' If the room is taken, ')).toBe('the room is taken');
    expect(actionOf(', then I stand there.')).toBe('stand there');
    expect([cueOf(' if '), actionOf('  ')]).toEqual(['if', '']);
  });
});

describe('an address', () => {
  it.each([
    'https://example.org/a b',
    'https://example.org/score.pdf',
    ' Https://example.org ',
    'HTTP://localhost:80',
    'mailto:ana@example.org',
    'Tel:+39041',
    'geo:45.4,12.3',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'FILE:///etc/passwd',
    'C:\\Users\\nadia',
    ' /etc/passwd',
    '~/notes',
    '//example.org',
    'example.org/score',
    'https://',
    'https://example.org/\0',
    'https://example.org/\ud83c',
    `https://${'a'.repeat(2000)}`,
    '',
  ])('%j is taken here where home takes it, and nowhere else', (typed) => {
    expect(addressFault(typed) === null).toBe(Address.safeParse(addressOf(typed)).success);
  });

  it.each([
    ['', 'Write where it is'],
    ['/home/nadia/score.pdf', 'a place on this one device'],
    ['c:/notes.txt', 'a place on this one device'],
    ['file:///notes.txt', 'a place on this one device'],
    ['score.pdf', 'a place on this one device'],
    ['a/b', 'begins with https://'],
    ['https://example.org/my score', 'no spaces'],
    ['javascript:alert(1)', 'begins with https://'],
  ])('%j is answered with what to do', (typed, words) => {
    expect(addressFault(typed)).toContain(words);
  });
});

describe('an address as it is kept', () => {
  it.each([
    ['example.org/score', 'https://example.org/score'],
    [' www.example.org ', 'https://www.example.org'],
    ['Tel:+39041', 'tel:+39041'],
    ['score.pdf', 'score.pdf'],
  ])('%j becomes %j', (typed, kept) => {
    expect(addressOf(typed)).toBe(kept);
  });
});

describe('what a design says of a slot', () => {
  const support = {
    kit: ['three balls', 'a bed'],
    people: [],
    place: 'a clear floor',
    time: null,
    mindset: null,
    obstacles: [],
  };

  it('is said on one line, or not at all', () => {
    expect(designWords(support, 'kit')).toBe('three balls; a bed');
    expect(designWords(support, 'place')).toBe('a clear floor');
    expect([designWords(support, 'people'), designWords(support, 'tools'), designWords(null, 'kit')]).toEqual(
      [null, null, null],
    );
  });

  it('is cut where a slot has no room for more', () => {
    const long = designWords({ ...support, kit: Array.from({ length: 12 }, () => 'b'.repeat(160)) }, 'kit');
    expect(long).toHaveLength(300);
    expect(long?.endsWith('…')).toBe(true);
  });
});

describe('what is written', () => {
  const now = new Date('2026-03-01T08:00:00Z');
  const practiceId = newId();

  it('is what home takes', () => {
    const plan = { practiceId, cue: 'it rains', action: 'wait', id: newId() };
    expect(IfThenPlanBody.parse(planWrite(plan, null, now).body)).toMatchObject({ isDropped: false });
    expect(IfThenPlanBody.parse(dropPlanWrite(plan, now).body)).toMatchObject({
      isDropped: true,
      replacesId: plan.id,
    });
    const thing = {
      practiceId,
      label: 'score',
      address: 'https://example.org',
      mediaSha256: null,
      id: newId(),
    };
    expect(AtHandBody.parse(dropAtHandWrite(thing, now).body)).toMatchObject({ replacesId: thing.id });
    const { id: _, ...added } = thing;
    expect(AtHandBody.parse(atHandWrite(added, now).body)).toMatchObject({ replacesId: null });
  });

  it('at the start of a session is one check, and nothing where nothing was asked', () => {
    const sessionId = newId();
    const [write, ...more] = supportWrites(
      sessionId,
      { practiceId, inPlace: ['kit'], missing: ['place'] },
      now,
    );
    expect(more).toEqual([]);
    expect(write?.practiceId).toBe(practiceId);
    expect(SupportCheckBody.parse(write?.body)).toEqual({
      sessionId,
      inPlace: ['kit'],
      missing: ['place'],
      checkedAt: now.toISOString(),
    });
    expect(supportWrites(sessionId, { practiceId, inPlace: [], missing: [] }, now)).toEqual([]);
    expect(supportWrites(sessionId, null, now)).toEqual([]);
  });
});
