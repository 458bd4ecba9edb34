import { useCallback, useEffect, useState } from 'react';
import { type KeptMedia, type MediaAbout, NoRoomOnDevice } from './kept-media.ts';
import { RecorderFault, type Recording, type RecordingEnd, startRecording } from './recording.ts';
import type { RecorderKind } from './recording-plan.ts';
import { recordingSeat } from './recording-seat.ts';

export type RecorderState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly recording: Recording }
  | {
      readonly kind: 'ended';
      readonly recording: Recording;
      readonly end: RecordingEnd;
      readonly address: string;
    }
  | { readonly kind: 'keeping' }
  | { readonly kind: 'fault'; readonly says: string };

export type Recorder = {
  readonly state: RecorderState;
  start(): void;
  stop(): void;
  /** Resolves with null where it could not be kept; the state says why. */
  keep(): Promise<KeptMedia | null>;
  /** Throws away what there is, also while it runs. */
  discard(): void;
};

type RecorderOptions = { readonly kind: RecorderKind; readonly about: MediaAbout };

/** Records sound or video of a practice. What is left behind without a word lies on this device, and is offered again. */
export function useRecorder({ kind, about }: RecorderOptions): Recorder {
  const [state, setState] = useState<RecorderState>({ kind: 'ready' });
  const [seat] = useState(() => recordingSeat<Recording>());
  useHeldAwake(state.kind === 'running');
  useRevoked(state.kind === 'ended' ? state.address : null);

  // A dialog that is closed before anything was decided ends the recording, and what there is stays on the device.
  useEffect(() => () => void seat.release()?.leave(), [seat]);

  const start = useCallback(() => {
    // One that could not be kept stays on the device, and is offered again.
    void seat.release()?.leave();
    setState({ kind: 'asking' });
    seat.take(startRecording(kind, about)).then(
      (recording) => {
        if (recording === null) return;
        setState({ kind: 'running', recording });
        void recording.ended.then((end) => {
          if (seat.held() !== recording) return;
          if (end.blob.size === 0) {
            seat.release();
            void recording.discard();
            setState({ kind: 'fault', says: end.because ?? 'Nothing was recorded. Try again.' });
            return;
          }
          setState({ kind: 'ended', recording, end, address: URL.createObjectURL(end.blob) });
        });
      },
      (error: unknown) => setState({ kind: 'fault', says: sentenceOf(error) }),
    );
  }, [seat, kind, about]);

  const keep = useCallback(async () => {
    const recording = seat.held();
    if (recording === null) return null;
    setState({ kind: 'keeping' });
    try {
      const media = await recording.keep();
      seat.release();
      setState({ kind: 'ready' });
      return media;
    } catch (error) {
      setState({ kind: 'fault', says: sentenceOf(error) });
      return null;
    }
  }, [seat]);

  const discard = useCallback(() => {
    const recording = seat.release();
    recording?.stop();
    void recording?.ended.then(() => recording.discard());
    setState({ kind: 'ready' });
  }, [seat]);

  return { state, start, stop: useCallback(() => seat.held()?.stop(), [seat]), keep, discard };
}

function sentenceOf(error: unknown): string {
  const isForPeople = error instanceof RecorderFault || error instanceof NoRoomOnDevice;
  return isForPeople ? error.message : 'The recording could not be kept on this device. Try again.';
}

/** A phone that goes to sleep stops listening. */
function useHeldAwake(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld || !('wakeLock' in navigator)) return;
    const lock = navigator.wakeLock.request('screen').catch(() => null);
    return () => void lock.then((held) => held?.release());
  }, [isHeld]);
}

function useRevoked(address: string | null): void {
  useEffect(() => {
    if (address === null) return;
    return () => URL.revokeObjectURL(address);
  }, [address]);
}
