import { type MediaType, MOST_BYTES, mayBe } from '../../engine/evidence/kinds.ts';

export type RecorderKind = 'audio' | 'video';

export type RecordingPlan = {
  /** For the recorder, with its codecs. */
  readonly mimeType: string;
  /** As it is kept. */
  readonly contentType: MediaType;
  readonly audioBitsPerSecond: number;
  readonly videoBitsPerSecond: number;
  readonly constraints: MediaStreamConstraints;
  readonly mostSeconds: number;
  readonly mostBytes: number;
};

/** The first that a browser can: VP8 and Opus cost a phone the least, and Safari has MP4 alone. */
const WAYS: Readonly<Record<RecorderKind, readonly string[]>> = {
  audio: ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4', 'audio/ogg;codecs=opus'],
  video: ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'],
};

/** Speech in one channel: as clear as it gets, and a tenth of what music takes. */
const AUDIO: MediaTrackConstraints = { channelCount: 1, echoCancellation: true, noiseSuppression: true };
const SPEECH_BITS = 48_000;
/** A whole body in a room, at what a phone's line can carry home. */
const PICTURE: MediaTrackConstraints = {
  facingMode: 'user',
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 24, max: 30 },
};
const PICTURE_BITS = 1_500_000;

const MOST_SECONDS: Readonly<Record<RecorderKind, number>> = { audio: 3_600, video: 600 };

/** Null where this browser records nothing that home keeps. */
export function planRecording(
  kind: RecorderKind,
  isTypeSupported: (mimeType: string) => boolean,
): RecordingPlan | null {
  const mimeType = WAYS[kind].find(isTypeSupported);
  const contentType = mimeType?.split(';')[0] ?? '';
  if (mimeType === undefined || !mayBe(kind, contentType)) return null;
  return {
    mimeType,
    contentType,
    audioBitsPerSecond: SPEECH_BITS,
    videoBitsPerSecond: PICTURE_BITS,
    constraints: { audio: AUDIO, video: kind === 'video' ? PICTURE : false },
    mostSeconds: MOST_SECONDS[kind],
    mostBytes: MOST_BYTES[kind],
  };
}

const THING: Readonly<Record<RecorderKind, string>> = { audio: 'microphone', video: 'camera and microphone' };

/** What stands in the way of recording at all, in a sentence that says what to do; null where nothing does. */
export function recorderFault(
  kind: RecorderKind,
  page: { isSecure: boolean; plan: RecordingPlan | null },
): string | null {
  if (!page.isSecure) {
    return `Browsers open the ${THING[kind]} on secure addresses only. Open Bottega on the computer where it runs, or over HTTPS: phones need HTTPS for the recorder.`;
  }
  if (page.plan === null) {
    return 'This browser cannot record in a way that Bottega keeps. Bring it up to date, or choose a file instead.';
  }
  return null;
}

/** By the name of what the browser throws when it is asked for the device. */
export function askingFault(kind: RecorderKind, name: string): string {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return `This browser does not let Bottega use the ${THING[kind]}. Allow it beside the address of this page, and try again.`;
    case 'NotFoundError':
    case 'OverconstrainedError':
      return `There is no ${THING[kind]} on this device. Connect one, and try again, or choose a file instead.`;
    case 'NotReadableError':
    case 'AbortError':
      return `Another program holds the ${THING[kind]}. Close that one, and try again.`;
    default:
      return `The ${THING[kind]} could not be opened. Try again, or choose a file instead.`;
  }
}

export function limitSentence(kind: RecorderKind): string {
  return kind === 'audio'
    ? 'It ended after an hour, the most that one recording may have. What there is can be kept.'
    : 'It ended after ten minutes, the most that one video may have. What there is can be kept.';
}

/** "0:42", "12:05", "1:00:00" */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  const pair = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${pair(minutes)}:${pair(whole % 60)}` : `${minutes}:${pair(whole % 60)}`;
}
