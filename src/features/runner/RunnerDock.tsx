import type { ReactNode } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { LineIcon } from '../../ui/parts/LineIcon.tsx';
import { useLargeText } from '../../ui/parts/use-large-text.ts';
import styles from './Runner.module.css';

type RunnerDockProps = {
  /** At the thumb on a phone, beside the work on a desktop. */
  readonly place: 'foot' | 'side';
  readonly isPaused: boolean;
  readonly onNote: () => void;
  readonly onPause: () => void;
  readonly onFinish: () => void;
  readonly onKeys: () => void;
  readonly onRecord: () => void;
};

export function RunnerDock({ place, ...shared }: RunnerDockProps) {
  return place === 'side' ? <SideDock {...shared} /> : <FootDock {...shared} />;
}

type DockProps = Omit<RunnerDockProps, 'place'>;

function SideDock({ isPaused, onNote, onPause, onFinish, onKeys, onRecord }: DockProps) {
  return (
    <div className={styles.tools}>
      <Button aria-keyshortcuts="n" onClick={onNote}>
        Write a note
      </Button>
      <Button onClick={onRecord}>Record</Button>
      {!isPaused && (
        <Button aria-keyshortcuts="p" onClick={onPause}>
          Pause
        </Button>
      )}
      <Button aria-keyshortcuts="Escape" onClick={onFinish}>
        Finish
      </Button>
      <p className="small">
        <Button kind="text" aria-keyshortcuts="?" onClick={onKeys}>
          Keys you can use
        </Button>
      </p>
    </div>
  );
}

/** Fixed, unless text is set so large that it would lie over the clock and cut its own words. */
function FootDock({ isPaused, onNote, onPause, onFinish, onRecord }: DockProps) {
  const [bar, isLarge] = useLargeText<HTMLDivElement>();
  return (
    <div ref={bar} className={styles.dock} data-in-place={isLarge ? '' : undefined}>
      <DockButton word="Note" onPress={onNote}>
        <path d="M4 20l1-4L16 5l3 3L8 19z" />
      </DockButton>
      <DockButton word="Record" onPress={onRecord}>
        <path d="M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v3" />
      </DockButton>
      <DockButton word={isPaused ? 'Go on' : 'Pause'} onPress={onPause}>
        {isPaused ? <path d="M8 5l11 7-11 7z" /> : <path d="M8 5v14M16 5v14" />}
      </DockButton>
      <DockButton word="Finish" onPress={onFinish}>
        <path d="M5 12.5l4.5 4.5L19 7.5" />
      </DockButton>
    </div>
  );
}

type DockButtonProps = { readonly word: string; readonly onPress: () => void; readonly children: ReactNode };

function DockButton({ word, onPress, children }: DockButtonProps) {
  return (
    <button type="button" onClick={onPress}>
      <LineIcon>{children}</LineIcon>
      {word}
    </button>
  );
}
