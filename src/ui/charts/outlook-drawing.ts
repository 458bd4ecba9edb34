import type { ChartFrame } from './chart-frame.ts';
import { type ChartPicture, outlookBand } from './chart-picture.ts';
import { bandPath, linePath, type XY } from './paths.ts';
import type { MarksPlace } from './practice-marks.ts';

/** Single takes to come: four in five within the band, and the line where each is expected. */
export type OutlookDrawing = { readonly band: string; readonly line: string };

const SHARE = 0.16;
const INSET = 6;

export function outlookWidth(picture: ChartPicture, frame: ChartFrame): number {
  return outlookBand(picture).length === 0 ? 0 : SHARE * (frame.right - frame.left);
}

export function drawOutlookBand(
  { picture, frame, across, y }: MarksPlace,
  width: number,
): OutlookDrawing | null {
  const ahead = outlookBand(picture);
  const farthest = ahead.at(-1)?.to;
  if (farthest === undefined) return null;
  const from = across.x(picture.n - 1);
  const within = (value: number) => Math.min(frame.bottom, Math.max(frame.top, y(value)));
  const xOf = (takes: number) => from + INSET + ((width - INSET) * takes) / farthest;
  const band = ahead.map(({ to, low, high }) => ({ x: xOf(to), low: within(low), high: within(high) }));
  const line = ahead.map(({ to, mean }): XY => [xOf(to), within(mean)]);
  return { band: bandPath(band), line: linePath(line) };
}
