import { MEGABYTE } from '../../engine/evidence/kinds.ts';
import type { Evidence } from '../../features/evidence/contract.ts';
import type { KeptMedia } from './kept-media.ts';
import { clockWords } from './recording-plan.ts';
import type { UploadsView } from './uploads.ts';

/** The take that a recording is of, as the page around it counts and words it. */
export type EvidenceTake = {
  /** "Take 23" */
  readonly label: string;
  /** What it was made under, such as "standing"; empty where there is nothing to say. */
  readonly said: string;
  /** "7.4" */
  readonly value: string;
};

const KINDS = { photo: 'Photo', audio: 'Audio', video: 'Video', file: 'File' } as const;

type Told = Pick<Evidence, 'kind' | 'durationSeconds' | 'name'>;

/** "Audio 1:04", "Photo", "File, score.pdf" */
export function evidenceWords({ kind, durationSeconds, name }: Told): string {
  const length = durationSeconds === null ? '' : ` ${clockWords(durationSeconds)}`;
  return `${KINDS[kind]}${length}${name === null ? '' : `, ${name}`}`;
}

/** Where its bytes are, where that is not simply at home; null where it is. */
export function whereWords(
  { sha256, isHere }: Pick<Evidence, 'sha256' | 'isHere'>,
  { media, underway, phase }: UploadsView,
): string | null {
  const own = media.find((one) => one.sha256 === sha256);
  if (own?.state === 'refused') return 'Home does not take it';
  if (isHere || own?.state === 'home') return null;
  if (own === undefined) return 'On another device';
  if (underway?.sha256 === sha256) return `On its way home, ${percent(underway.sentBytes, own)}`;
  return phase === 'offline' ? 'Offline, kept on this device' : 'On this device, not home yet';
}

function percent(sentBytes: number, { bytes }: KeptMedia): string {
  // Home has to say that it has all of it before this does.
  return `${Math.min(99, Math.floor((100 * sentBytes) / bytes))}%`;
}

export function sizeWords(bytes: number): string {
  const megabytes = bytes / MEGABYTE;
  if (megabytes < 0.1) return `${Math.ceil(bytes / 1_024)} kB`;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}
