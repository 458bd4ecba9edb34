import { useMemo } from 'react';
import { countFigures, countWords } from '../../engine/picture/count-words.ts';
import { GAP_DAYS } from '../../engine/picture/gap-days.ts';
import type { Bench, PracticeTotal } from '../practice/contract.ts';

const DAY_MILLISECONDS = 86_400_000;
const WEEKS = 13;

export type SessionBar = { readonly at: number; readonly minutes: number; readonly attempts: number };
export type AwayGap = { readonly fromAt: number; readonly toAt: number; readonly text: string };

/** What was put in during the last thirteen weeks, for drawing and in words. A gap is only blank paper. */
export type PracticeRecord = {
  readonly fromAt: number;
  readonly toAt: number;
  readonly bars: readonly SessionBar[];
  readonly gaps: readonly AwayGap[];
  readonly words: string;
};

/** `total`: home's own sum, where it has one; of very many sessions only the newest are there to draw. */
export function recordOf(
  sessions: Bench['sessions'],
  now: number,
  total: PracticeTotal | undefined,
): PracticeRecord {
  const fromAt = now - WEEKS * 7 * DAY_MILLISECONDS;
  const bars = sessions
    .map(({ startedAt, minutes, attempts }) => ({ at: Date.parse(startedAt), minutes, attempts }))
    .filter((bar) => bar.at >= fromAt && bar.at <= now)
    .sort((a, b) => a.at - b.at);
  return { fromAt, toAt: now, bars, gaps: gapsOf(bars), words: recordWords(total ?? totalOf(bars, now)) };
}

function totalOf(bars: readonly SessionBar[], now: number): PracticeTotal {
  const weeks = new Set(bars.map((bar) => Math.floor((now - bar.at) / (7 * DAY_MILLISECONDS))));
  const minutes = bars.reduce((sum, bar) => sum + bar.minutes, 0);
  return { minutes, sessions: bars.length, weeks: weeks.size };
}

function recordWords({ minutes, sessions, weeks }: PracticeTotal): string {
  if (sessions === 0) return 'Nothing in the last thirteen weeks. The paper stays blank, and nothing resets.';
  const sittings = sessions === 1 ? 'one session' : `${countWords(sessions)} sessions`;
  return `${timeWords(Math.round(minutes))} in ${sittings}, over ${countWords(weeks)} of the last thirteen weeks. A gap stays blank, and nothing resets.`;
}

function timeWords(minutes: number): string {
  if (minutes < 1) return 'Under a minute';
  return minutes === 1 ? '1 minute' : `${countFigures(minutes)} minutes`;
}

function gapsOf(bars: readonly SessionBar[]): readonly AwayGap[] {
  return bars.flatMap((bar, index) => {
    const next = bars[index + 1];
    const days = next === undefined ? 0 : (next.at - bar.at) / DAY_MILLISECONDS;
    if (next === undefined || days < GAP_DAYS) return [];
    return [{ fromAt: bar.at, toAt: next.at, text: `${countWords(Math.round(days / 7))} weeks away` }];
  });
}

export function usePracticeRecord({ sessions, total }: Bench, now: number): PracticeRecord {
  return useMemo(() => recordOf(sessions, now, total), [sessions, now, total]);
}
