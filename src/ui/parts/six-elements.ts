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

/** What the petal's filling says, in words. */
export function fillWords(fill: number, isLive: boolean): string {
  const share = Math.round(Math.min(1, Math.max(0, fill)) * 100);
  const place = share === 0 ? 'Not in place yet' : share === 100 ? 'In place' : `${share} percent in place`;
  return isLive ? `${place}, being worked on now.` : `${place}.`;
}
