import { Button } from './Button.tsx';
import styles from './UndoBar.module.css';
import { usePausableTimeout } from './use-pausable-timeout.ts';

export type Notice = {
  /** Of its own for every notice: a new one starts the time anew. */
  readonly id: string;
  readonly text: string;
};

type UndoBarProps = {
  /** What was just done, or null. Keep the bar on the page either way, so that it is announced. */
  readonly notice: Notice | null;
  /** Without it the bar only tells. */
  readonly onUndo?: (() => void) | undefined;
  readonly undoText?: string;
  /** The time is up. Also to be called by whoever undoes: set `notice` to null. */
  readonly onDone: () => void;
  readonly seconds?: number;
};

/** Says what was done and takes it back within ten seconds. The time stands still under a finger, a pointer or the keyboard. */
export function UndoBar({ notice, onUndo, undoText = 'Undo', onDone, seconds = 10 }: UndoBarProps) {
  const timeout = usePausableTimeout(notice?.id ?? null, seconds * 1000, onDone);
  return (
    <div className={styles.place}>
      <span className="vh" role="status">
        {notice && (onUndo ? `${notice.text} ${undoText} is open for ${seconds} seconds.` : notice.text)}
      </span>
      {notice && (
        // biome-ignore lint/a11y/noStaticElementInteractions: being near it only holds the time
        <div
          className={styles.bar}
          onPointerEnter={timeout.pause}
          onPointerLeave={timeout.resume}
          onFocus={timeout.pause}
          onBlur={timeout.resume}
        >
          <span aria-hidden="true">{notice.text}</span>
          {onUndo && (
            <Button
              kind="text"
              onClick={() => {
                timeout.resume();
                onUndo();
              }}
            >
              {undoText}
            </Button>
          )}
          <span
            key={notice.id}
            className={styles.time}
            data-paused={timeout.isPaused || undefined}
            style={{ animationDuration: `${seconds}s` }}
          />
        </div>
      )}
    </div>
  );
}
