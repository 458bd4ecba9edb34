import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { readDraft } from './read-draft.ts';
import { adviceWords, fieldFaults } from './saving-words.ts';

const FRAME = { slug: 'whistle', version: 1, lineage: [], links: [] };
const named = { ...EMPTY_DRAFT, title: 'Whistle with two fingers', fields: 'calling' };
const begun = { ...EMPTY_DRAFT.payoff, statement: 'The dog comes.', unit: 'whistles' };
const advice = (draft: Draft, suggestions = 2) => adviceWords(suggestions, readDraft(draft, FRAME));
const faults = (draft: Draft) => fieldFaults(draft, readDraft(draft, FRAME));

describe('the advice', () => {
  it('says that it can be saved only where it can', () => {
    expect(advice(named)).toBe('2 suggestions to take or to leave. You can save and practise it as it is.');
    expect(advice(named, 1)).toContain('One suggestion to take or to leave. You can save');
    expect(advice(named, 0)).toBe('Nothing to add. Try it, and see.');
  });

  it('says what saving would say', () => {
    const noField = advice({ ...named, fields: '' });
    expect(noField).toContain('It cannot be saved yet. Name the greater field');
    expect(noField).not.toContain('as it is');
    const half = advice({ ...named, payoff: begun }, 0);
    expect(half).toContain('The payoff still needs how it is measured.');
    expect(half).not.toContain('Nothing to add');
  });
});

describe('the fields that saving stumbles over', () => {
  it('are none where it does not', () => {
    expect(faults(named).size).toBe(0);
  });

  it('are named by their paths, also of a part that is begun', () => {
    expect([...faults(EMPTY_DRAFT).keys()]).toEqual(['title', 'fields']);
    expect([...faults({ ...named, payoff: begun }).keys()]).toEqual(['payoff.howMeasured']);
    expect([...faults({ ...named, repeat: { ...named.repeat, floor: 'Once.' } }).keys()]).toEqual([
      'repeat.attemptMinutes',
      'repeat.perWeek',
      'repeat.rhythm',
    ]);
    const whole = { ...begun, howMeasured: 'Counted.', low: 'many', minTrials: '0' };
    expect([...faults({ ...named, payoff: whole }).keys()]).toEqual(['payoff.low', 'payoff.minTrials']);
    const pair = (first: string, second: string) => ({ first, second });
    const at = (draft: Partial<Draft>) => [...faults({ ...named, ...draft }).keys()];
    const support = (...obstacles: Draft['support']['obstacles']) => ({
      support: { ...EMPTY_DRAFT.support, obstacles },
    });
    // In the item that they are of, as it stands on the screen: what is empty there is counted too.
    const hand = pair('Hand', 'left\nright');
    expect(at({ variables: [pair('', ''), hand, pair('Place', 'in')] })).toEqual(['experiments.2.levels']);
    expect(at({ variables: [hand, pair('', 'in\nout')] })).toEqual(['experiments.1.name']);
    expect(at({ variables: [pair('', ''), hand, pair('Place', 'in\nin')] })).toEqual([
      'experiments.2.levels',
    ]);
    expect(at(support(pair('it rains', 'stay in'), pair('it snows', '')))).toEqual([
      'support.obstacles.1.then',
    ]);
    expect(at(support(pair('', ''), pair('it rains', 'z'.repeat(201))))).toEqual([
      'support.obstacles.1.then',
    ]);
    expect(at({ twists: [pair('half', ''), pair('whole', 'z'.repeat(201))] })).toEqual([
      'twists.1.instruction',
    ]);
    expect(at({ variables: [hand, pair('', ''), hand] })).toEqual(['experiments.2.name']);
    expect(at({ needs: 'x'.repeat(200) })).toEqual(['needs']);
    expect([...faults({ ...named, rubPat: { ...named.rubPat, together: 'At once.' } }).keys()]).toContain(
      'rubPat.b.measure',
    );
  });
});
