import { readTyping, type TypingRecord } from './practice-data.ts';
import type { PracticeSeries } from './practice-series.ts';

const STRETCH = 800;
const TEXTS = 12;
/** Later stretches, restarted as if the learner were new: where each begins. */
const LATER = {
  a: [1, 2, 3, 4, 5, 6, 7, 8].map((place) => place * 1800),
  b: [1, 2, 3, 4].map((place) => place * 900),
} as const;

/**
 * What two people's typing gives: both beginnings, twelve stretches of later life, and the twelve texts that one of them
 * raced most often, each on its own. They are of two people only, whatever their number.
 */
export function realSeries(folder: string): readonly PracticeSeries[] {
  const [a, b] = [readTyping(folder, 'a'), readTyping(folder, 'b')];
  return [
    stretchOf(a, 0, 'beginnings'),
    stretchOf(b, 0, 'beginnings'),
    ...LATER.a.map((from) => stretchOf(a, from, 'later stretches')),
    ...LATER.b.map((from) => stretchOf(b, from, 'later stretches')),
    ...mostRaced(a, TEXTS),
  ];
}

function stretchOf(record: PracticeSeries, from: number, family: string): PracticeSeries {
  const to = from + STRETCH;
  return {
    name: `${record.name} from ${from}`,
    family,
    line: record.line.slice(from, to),
    at: record.at.slice(from, to),
  };
}

function mostRaced(record: TypingRecord, count: number): readonly PracticeSeries[] {
  const places = Map.groupBy(record.line.keys(), (place) => record.texts[place] ?? '');
  return [...places]
    .sort(([, p], [, q]) => q.length - p.length)
    .slice(0, count)
    .map(([text, own]) => ({
      name: `text ${text}`,
      family: 'texts',
      line: own.map((place) => record.line[place] ?? 0),
      at: own.map((place) => record.at[place] ?? 0),
    }));
}
