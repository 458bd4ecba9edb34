import { describe, expect, it } from 'vitest';
import type { Payoff } from '../../features/practice/contract.ts';
import type { Pair, Pairing, PairTakeRow } from '../../features/rub-pat/contract.ts';
import { newId } from '../offline/device.ts';
import { drawCosts } from './cost-drawing.ts';
import { sittingOf } from './pair-sitting.ts';
import { autopilotWords, combinedWords, costWords, reasonWords, stepWords } from './pair-words.ts';
import { tellPair } from './told-pair.ts';

const practiceId = newId();
const DESIGN = {
  timing: 'at-once',
  a: { name: 'words', soloDrill: 'To the wall.', measure: 'words without a slip' },
  b: { name: 'room', soloDrill: 'Only look.', measure: 'faces seen' },
  together: 'Both.',
} as const;
const payoff = (more: Partial<Payoff> = {}): Payoff => ({
  ...{ id: newId(), practiceId, statement: 'I open.', kind: 'count', unit: 'nods', direction: 'up' },
  ...{ target: { low: null, high: null }, howMeasured: null, anchors: null, setAt: '2026-03-01T08:00:00Z' },
  ...more,
});
const whole = payoff();

/** One session a day, from the first of March on. */
function takesOf(
  sessions: readonly { part: string | null; values: readonly number[]; payoffId?: string }[],
): PairTakeRow[] {
  return sessions.flatMap(({ part, values, payoffId = whole.id }, index) => {
    const sessionId = newId();
    const localDay = `2026-03-${String(index + 1).padStart(2, '0')}`;
    const work = part === null ? ('whole' as const) : ('part' as const);
    return values.map((value, take) => ({
      ...{ id: newId(), sessionId, localDay, value, payoffId, work, part },
      startedAt: `${localDay}T08:0${take}:00Z`,
    }));
  });
}
const pairing = (more: Partial<Pairing>): Pairing => ({
  ...{
    id: newId(),
    practiceId,
    timing: 'at-once',
    costLimit: 0.1,
    leads: false,
    setAt: '2026-03-01T08:00:00Z',
  },
  a: { name: 'words', soloDrill: 'To the wall.', payoffId: null },
  b: { name: 'room', soloDrill: 'Only look.', payoffId: null },
  ...more,
});
const tell = (pair: Partial<Pair>, payoffs: readonly Payoff[] = [whole]) =>
  tellPair({ pairings: [], takes: [], ...pair }, DESIGN, payoffs);
const nextOf = (pair: ReturnType<typeof tell>) =>
  pair.plan === null ? null : [stepWords(pair, pair.plan.next), reasonWords(pair, pair.plan.next)];

const ALONE = [
  { part: 'words', values: [20, 20, 20] },
  { part: 'room', values: [20, 20, 20] },
];

describe('what is told of two parts', () => {
  it('goes from each alone over both to the whole, each step with its reason', () => {
    expect(nextOf(tell({}))?.[0]).toBe('Words alone');
    expect(nextOf(tell({ takes: takesOf(ALONE.slice(0, 1)) }))?.[0]).toBe('Room alone');
    expect(nextOf(tell({ takes: takesOf(ALONE) }))).toEqual([
      'Both, most attention on words (80/20)',
      expect.stringContaining('goes worse than either alone at first is expected'),
    ]);
    const met = takesOf([...ALONE, { part: 'both together', values: [10, 10, 10] }]);
    const after = tell({ takes: met });
    expect(nextOf(after)).toEqual([
      'Both, the same attention for each (50/50)',
      expect.not.stringContaining('expected'),
    ]);
    expect(after.plan && sittingOf(after, after.plan.next, whole)).toEqual({
      work: 'part',
      part: 'both together',
      held: { emphasis: '50/50' },
      measures: [],
    });
  });

  it('says since when they are combined, and by whose line', () => {
    const both = { part: 'both together', values: [17, 17, 17] };
    const takes = takesOf([...ALONE, both, both, both, both]);
    expect(combinedWords(tell({ takes }))).toBeNull();
    const told = tell({ takes, pairings: [pairing({ costLimit: 0.2 })] });
    expect([told.combinedOn, nextOf(told)?.[0]]).toEqual(['2026-03-05', 'The whole']);
    expect(combinedWords(told)).toContain('5 Mar 2026: in three sessions in a row each cost less than 20%');
  });

  it('measures a part of its own by turns, and knows it by the names it had', () => {
    const own = payoff({ unit: 'faces', part: 'b' });
    const pairings = [pairing({ b: { name: 'eyes', soloDrill: 'Only look.', payoffId: own.id } })];
    const takes = takesOf([
      ALONE[0] ?? { part: null, values: [] },
      { part: 'room', values: [9] },
      { part: 'room', values: [4, 4, 4], payoffId: own.id },
    ]);
    const told = tell({ pairings, takes }, [whole, own]);
    expect([told.b.name, told.b.designMeasure, told.plan?.next.kind]).toEqual(['eyes', null, 'emphasis']);
    expect(told.plan && sittingOf(told, told.plan.next, whole).measures).toEqual([whole.id, own.id]);
  });

  it('has no plan where nothing can be better or worse, and says what a second task showed', () => {
    expect(tell({}, [payoff({ direction: 'within' })])).toMatchObject({ plan: null, autopilot: null });
    const takes = takesOf([
      { part: null, values: [20, 20, 20] },
      { part: 'with a second task', values: [19, 12, 20] },
    ]);
    const { autopilot } = tell({ takes });
    expect(autopilot && autopilotWords(autopilot)).toContain('in 2 of 3 takes, 2 Mar 2026: within 10%');
    expect(autopilotWords({ kind: 'too-few-attempts', usual: 5, beside: 2, need: 3 })).toBe(
      'One more take with a second task will tell.',
    );
  });

  it('never tells a cost without its interval and what it rests on', () => {
    const { costs } = tell({ takes: takesOf([...ALONE, { part: 'both together', values: [10, 10, 10] }]) });
    expect(costs.map(({ a }) => costWords(a))).toEqual([
      '49%, four in five between 49% and 49%, from 3 takes alone and 3 together',
    ]);
  });
});

it('draws costs inside of its frame at any width, with a gap where a session shows nothing', () => {
  const both = (values: readonly number[]) => ({ part: 'both together', values });
  const { costs } = tell({ takes: takesOf([...ALONE, both([1, 2, 30]), both([9]), both([40, 50, 60])]) });
  for (const width of [200, 320, 1200]) {
    const { plot, parts, limitY, values } = drawCosts(costs, 0.1, width);
    expect(parts.a.marks).toHaveLength(2);
    for (const { x, y, from, to } of [...parts.a.marks, ...parts.b.marks]) {
      expect(x).toBeGreaterThan(plot.left);
      expect(x).toBeLessThan(plot.right);
      for (const at of [y, from, to]) {
        expect(at).toBeGreaterThanOrEqual(plot.top);
        expect(at).toBeLessThanOrEqual(plot.bottom);
      }
    }
    expect(limitY).toBeGreaterThan(plot.top);
    expect(values.map(({ text }) => text)).toContain('0%');
  }
});
