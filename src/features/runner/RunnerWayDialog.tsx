import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import type { Way } from './measure-way.ts';
import styles from './RunnerSetup.module.css';
import type { MeasureWay } from './use-measure-way.ts';

const WAY_WORDS: Readonly<Record<Way, string>> = {
  usual: 'The usual way',
  checklist: 'Tick off a list',
  tempo: 'Tap along with the beat',
  words: 'Count the words of a text',
  net: 'Count right and wrong ones',
  after: 'Count when the time is up',
};

type RunnerWayDialogProps = {
  readonly isOpen: boolean;
  readonly measured: MeasureWay;
  readonly onClose: () => void;
};

export function RunnerWayDialog({ isOpen, measured, onClose }: RunnerWayDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="How to measure it">
      <div className={styles.offers}>
        {measured.ways.map((way) => (
          <Button
            key={way}
            aria-pressed={way === measured.way}
            onClick={() => {
              measured.choose(way);
              onClose();
            }}
          >
            {WAY_WORDS[way]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
