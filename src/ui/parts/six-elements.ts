import { textWidth } from '../charts/text-width.ts';

/** One of the six elements on the figure. */
export type SixElement = {
  readonly name: string;
  /** The element in one or two lines. */
  readonly summary: string;
  /** How far it is in place, 0 to 1: its petal fills so far. */
  readonly fill: number;
  /** Where the element is read in full. */
  readonly href: string;
};

/** What the core says: a number never without how sure it is. */
export type FigureCentre = {
  /** Large: "6.8". */
  readonly main: string;
  /** How sure that is, "6.1 to 7.4", in ways of writing it: the first that has room is drawn. */
  readonly spans: readonly string[];
  /** "of 8"; null without a target. */
  readonly sub: string | null;
  /** All of it in full, for those who do not see the figure. */
  readonly words: string;
};

/** In the order a to f: entry trick, payoff, repeatability, experiments, background support, rub-pat barrier. */
export type SixElements = readonly [SixElement, SixElement, SixElement, SixElement, SixElement, SixElement];

export const ELEMENT_LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Clockwise from one o'clock. */
export const PETAL_TURNS = [30, 90, 150, 210, 270, 330] as const;

/** The petal reaches from 34 to 160; it fills from the core outwards. */
export function fillRadius(fill: number): number {
  return 34 + 126 * Math.min(1, Math.max(0, fill));
}

/** A point at `radius` on the petal's axis. */
export function petalPoint(turnDegrees: number, radius: number): readonly [number, number] {
  const angle = (turnDegrees * Math.PI) / 180;
  return [round(Math.sin(angle) * radius), round(-Math.cos(angle) * radius)];
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/** Text on the core, each with the height that it stands at. */
export type CoreLine = { readonly text: string; readonly y: number; readonly isMain: boolean };

/** Of the core's circle, less a little blank paper. */
const CORE_TEXT_RADIUS = 34;
const MAIN_SIZE = 25;
const TEXT_SIZE = 13;

/** Nothing where it has no room: a number without its span would claim too much. */
export function coreLines({ main, spans, sub }: FigureCentre): readonly CoreLine[] {
  const withSub = sub === null ? [] : [[main, sub, -3, 12, 26] as const];
  for (const [large, small, mainY, spanY, subY] of [...withSub, [main, null, 1, 16, 0] as const]) {
    const span = spans.find((text) => hasRoom(text, TEXT_SIZE, spanY));
    if (span === undefined || !hasRoom(large, MAIN_SIZE, mainY)) continue;
    if (small !== null && !hasRoom(small, TEXT_SIZE, subY)) continue;
    const lines = [
      { text: large, y: mainY, isMain: true },
      { text: span, y: spanY, isMain: false },
    ];
    return small === null ? lines : [...lines, { text: small, y: subY, isMain: false }];
  }
  return [];
}

/** The letters reach from the line they stand on to two thirds of their size above it. */
function hasRoom(text: string, size: number, y: number): boolean {
  const farthest = Math.max(Math.abs(y), Math.abs(y - size * 0.66));
  return (textWidth(text) * size) / TEXT_SIZE <= 2 * Math.sqrt(CORE_TEXT_RADIUS ** 2 - farthest ** 2);
}

/** What the petal's filling says, in words. */
export function fillWords(fill: number, isLive: boolean): string {
  const share = Math.round(Math.min(1, Math.max(0, fill)) * 100);
  const place = share === 0 ? 'Not in place yet' : share === 100 ? 'In place' : `${share} percent in place`;
  return isLive ? `${place}, being worked on now.` : `${place}.`;
}
