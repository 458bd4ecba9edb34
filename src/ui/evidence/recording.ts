import { type DraftWriter, draftWriter } from './draft-writer.ts';
import { type KeptMedia, type MediaAbout, NoRoomOnDevice } from './kept-media.ts';
import {
  askingFault,
  limitSentence,
  planRecording,
  type RecorderKind,
  recorderFault,
} from './recording-plan.ts';

/** How often a piece goes to the disk: a page that ends loses no more than this. */
const PIECE_MILLISECONDS = 1_000;

export type RecordingEnd = {
  /** To be listened to before it is kept. */
  readonly blob: Blob;
  readonly seconds: number;
  /** Why it ended by itself; null where it was stopped. */
  readonly because: string | null;
};

export type Recording = {
  /** What the camera sees, to be shown while it runs. */
  readonly stream: MediaStream;
  /** Milliseconds of performance.now(). */
  readonly startedAt: number;
  stop(): void;
  /** Resolves when it has ended, however it did, with all that is on the disk. */
  readonly ended: Promise<RecordingEnd>;
  keep(): Promise<KeptMedia>;
  discard(): Promise<void>;
  /** Ends it and decides nothing: it is offered again where recordings are listed. */
  leave(): Promise<void>;
};

/** Its message is for people. */
export class RecorderFault extends Error {}

/** Asks for the device and begins. Rejects with RecorderFault or NoRoomOnDevice. */
export async function startRecording(kind: RecorderKind, about: MediaAbout): Promise<Recording> {
  const isThere = typeof MediaRecorder !== 'undefined';
  const plan = planRecording(kind, (type) => isThere && MediaRecorder.isTypeSupported(type));
  // Off a secure address the browser hides its devices altogether.
  const isSecure = window.isSecureContext && navigator.mediaDevices !== undefined;
  const fault = recorderFault(kind, { isSecure, plan });
  if (fault !== null || plan === null) throw new RecorderFault(fault ?? '');
  const stream = await navigator.mediaDevices.getUserMedia(plan.constraints).catch((error: unknown) => {
    throw new RecorderFault(askingFault(kind, error instanceof Error ? error.name : ''));
  });
  try {
    const writer = await draftWriter({ ...about, kind }, plan.contentType);
    const recorder = new MediaRecorder(stream, plan);
    return run(kind, { stream, recorder, writer, mostSeconds: plan.mostSeconds, mostBytes: plan.mostBytes });
  } catch (error) {
    endTracks(stream);
    throw error;
  }
}

type Running = {
  readonly stream: MediaStream;
  readonly recorder: MediaRecorder;
  readonly writer: DraftWriter;
  readonly mostSeconds: number;
  readonly mostBytes: number;
};

function run(kind: RecorderKind, { stream, recorder, writer, mostSeconds, mostBytes }: Running): Recording {
  const startedAt = performance.now();
  const parts: Blob[] = [];
  let because: string | null = null;
  let seconds = 0;
  const stop = (why: string | null = null) => {
    if (recorder.state === 'inactive') return;
    because ??= why;
    recorder.stop();
  };
  const isFull = () =>
    writer.bytes() > mostBytes * 0.95 || performance.now() - startedAt > mostSeconds * 1_000;
  recorder.addEventListener('dataavailable', ({ data, timeStamp }) => {
    if (data.size === 0) return;
    parts.push(data);
    writer.add(data, (timeStamp - startedAt) / 1_000).then(
      () => isFull() && stop(limitSentence(kind)),
      (error: unknown) => stop(error instanceof NoRoomOnDevice ? error.message : OUT_OF_ROOM),
    );
  });
  const ended = new Promise<RecordingEnd>((resolve) => {
    recorder.addEventListener('stop', () => {
      seconds = (performance.now() - startedAt) / 1_000;
      endTracks(stream);
      resolve({ blob: new Blob(parts, { type: writer.draft.contentType }), seconds, because });
    });
  });
  for (const track of stream.getTracks()) track.addEventListener('ended', () => stop(DEVICE_GONE));
  recorder.start(PIECE_MILLISECONDS);
  return {
    stream,
    startedAt,
    stop: () => stop(),
    ended,
    keep: () => writer.finish(seconds),
    discard: () => writer.drop(),
    leave: async () => {
      stop();
      await ended;
      await writer.leave();
    },
  };
}

const DEVICE_GONE = 'The microphone or the camera went away. What was recorded until then can be kept.';
const OUT_OF_ROOM =
  'There is no room left on this device, so it ended here. What was recorded until then can be kept.';

/** The light beside the camera goes out. */
function endTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
