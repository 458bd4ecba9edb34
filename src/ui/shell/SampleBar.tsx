import { useState } from 'react';
import { ApiRefusal } from '../api/api-client.ts';
import { Button } from '../parts/Button.tsx';
import styles from './SampleBar.module.css';
import { leaveSample, removeSample } from './sample-space.ts';

/** On every screen of the sample: that it is one, and the two ways out of it. */
export default function SampleBar() {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function go(way: () => Promise<void>) {
    setBusy(true);
    setFault(null);
    try {
      await way();
    } catch (error) {
      setFault(
        error instanceof ApiRefusal
          ? error.problem.title
          : 'Could not reach home. Try again when you are online.',
      );
      setBusy(false);
    }
  }

  return (
    <aside className={styles.bar} aria-label="This is a sample" data-print="hide" data-sample-bar="">
      <p>This is a sample.</p>
      <div className={styles.ways}>
        <Button kind="text" busy={isBusy} onClick={() => go(leaveSample)}>
          Back to your own
        </Button>
        <Button kind="text" busy={isBusy} onClick={() => go(removeSample)}>
          Remove the sample
        </Button>
      </div>
      {fault !== null && <p role="alert">{fault}</p>}
    </aside>
  );
}
