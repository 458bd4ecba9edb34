import { RETENTION_DAYS } from '../../engine/retention/retention.ts';
import { MILLISECONDS_PER_DAY } from '../../engine/units.ts';
import type { PracticeStanding } from '../../features/practice/standing-contract.ts';
import { linearScale } from '../charts/linear-scale.ts';
import { bandPath, linePath, type XY } from '../charts/paths.ts';
import type { Plot } from '../charts/plot.ts';
import { textWidth } from '../charts/text-width.ts';
import { formatDay } from '../format-day.ts';
import { coldShareAt, percent, refreshAt } from './standing-words.ts';

/** Farther ahead than a season nobody plans a refresh. */
export const DAYS_AHEAD = 90;

export type Slipping = { readonly title: string; readonly standing: PracticeStanding };

type Whisker = { readonly x: number; readonly from: number; readonly to: number };

export type SlippingDrawing = {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly shares: readonly { readonly y: number; readonly text: string }[];
  readonly bestY: number;
  readonly days: readonly {
    readonly x: number;
    readonly text: string;
    readonly anchor: 'start' | 'middle' | 'end';
  }[];
  readonly lines: readonly {
    readonly title: string;
    readonly path: string;
    /** Drawn where there is one practice alone: several would lie over each other. */
    readonly band: string | null;
    readonly today: XY;
    /** Where one such take would lie, four times in five: today and at the end. */
    readonly whiskers: readonly Whisker[];
    readonly refresh: XY | null;
    readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
  }[];
};

const HEIGHT = 220;
const [TOP, FOOT, NARROWEST] = [14, 30, 240];
const HIGHEST = 1.5;
const BESIDE = 7;
const LABEL_HEIGHT = 15;
const MOST_LABEL = 150;

/** From today to 90 days on, for each practice of which a share can be told; the axis begins at nothing. */
export function drawSlipping(practices: readonly Slipping[], now: number, width: number): SlippingDrawing {
  const drawn = Math.max(NARROWEST, Math.floor(width));
  const end = now + DAYS_AHEAD * MILLISECONDS_PER_DAY;
  const known = practices.flatMap(({ title, standing }) => {
    const [today, last] = [coldShareAt(standing, now), coldShareAt(standing, end)];
    return today === null || last === null ? [] : [{ title, standing, today, last }];
  });
  const isOne = known.length === 1;
  const top = Math.max(1, ...known.map(({ today, last }) => Math.max(today.upper, last.upper)));
  const domain = [0, Math.min(HIGHEST, Math.ceil(top * 4) / 4)] as const;
  const labels = isOne ? [] : known.map(({ title }) => shortened(title, Math.min(MOST_LABEL, drawn * 0.36)));
  const plot = {
    left: 46,
    right: drawn - (isOne ? 14 : 12 + Math.max(0, ...labels.map(textWidth))),
    top: TOP,
    bottom: HEIGHT - FOOT,
  };
  const x = linearScale(
    [now, end],
    [plot.left + 10 + BESIDE * known.length, plot.right - 4 - BESIDE * known.length],
  );
  const scale = linearScale(domain, [plot.bottom, plot.top]);
  const y = (share: number) => scale(Math.min(domain[1], share));
  const labelYs = spread(known.map(({ last }) => y(last.middle)));
  return {
    width: drawn,
    height: HEIGHT,
    plot,
    shares: [0, 0.5, 1, ...(domain[1] > 1 ? [domain[1]] : [])].map((share) => ({
      y: y(share),
      text: percent(share),
    })),
    bestY: y(1),
    days: [
      { x: x(now), text: 'today', anchor: 'start' },
      { x: x((now + end) / 2), text: formatDay((now + end) / 2), anchor: 'middle' },
      { x: x(end), text: formatDay(end), anchor: 'end' },
    ],
    lines: known.map(({ title, standing, today, last }, place) => {
      const points = momentsOf(standing, now, end).flatMap((at) => {
        const share = coldShareAt(standing, at);
        return share === null ? [] : [{ at, ...share }];
      });
      const refresh = refreshAt(standing);
      const then =
        refresh === null || refresh <= now || refresh > end ? null : coldShareAt(standing, refresh);
      const whisker = (side: number, { lower, upper }: typeof today): Whisker => ({
        x: side,
        from: y(lower),
        to: y(upper),
      });
      return {
        title,
        path: linePath(points.map(({ at, middle }): XY => [x(at), y(middle)])),
        band: isOne
          ? bandPath(points.map(({ at, lower, upper }) => ({ x: x(at), low: y(lower), high: y(upper) })))
          : null,
        today: [x(now), y(today.middle)],
        whiskers: isOne
          ? []
          : [whisker(x(now) - BESIDE * (place + 1), today), whisker(x(end) + BESIDE * (place + 1), last)],
        refresh: refresh === null || then === null ? null : [x(refresh), y(then.middle)],
        label: isOne ? null : { x: plot.right + 8, y: (labelYs[place] ?? 0) + 4, text: labels[place] ?? '' },
      };
    }),
  };
}

/** Where something changes: between them the line is straight. */
function momentsOf({ retention }: PracticeStanding, now: number, end: number): readonly number[] {
  if (retention?.kind !== 'known') return [];
  const { lastAt } = retention;
  const inside = RETENTION_DAYS.map((days) => lastAt + days * MILLISECONDS_PER_DAY).filter(
    (at) => at > now && at < end,
  );
  return [now, ...inside, end];
}

/** Labels that would lie over each other are moved apart, each as little as it can be. */
function spread(ys: readonly number[]): readonly number[] {
  const order = ys.map((y, place) => ({ y, place })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  let below = Number.NEGATIVE_INFINITY;
  for (const { y, place } of order) {
    const at = Math.max(y, below + LABEL_HEIGHT);
    placed[place] = at;
    below = at;
  }
  return placed;
}

function shortened(text: string, most: number): string {
  if (textWidth(text) <= most) return text;
  let short = text;
  while (short.length > 3 && textWidth(`${short}…`) > most) short = short.slice(0, -1).trimEnd();
  return `${short}…`;
}
