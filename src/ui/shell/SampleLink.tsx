import { useState } from 'react';
import { ApiRefusal } from '../api/api-client.ts';
import { useSync } from '../offline/use-sync.ts';
import { Button } from '../parts/Button.tsx';

/** Goes to the made-up space, which home makes where there is none. */
export function SampleLink() {
  const { onDevice, inPageOnly } = useSync();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function enter() {
    setBusy(true);
    setFault(null);
    try {
      // Fetched with the press: the empty bench is in the first load, and few take it.
      const { enterSample } = await import('./sample-space.ts');
      await enterSample();
    } catch (error) {
      setFault(
        error instanceof ApiRefusal
          ? error.problem.title
          : 'Could not reach home, which makes the sample. Try again when you are online.',
      );
      setBusy(false);
    }
  }

  return (
    <div>
      <Button
        kind="text"
        busy={isBusy}
        busyText="Making the sample"
        onClick={enter}
        disabledWhy={onDevice + inPageOnly > 0 ? 'Once everything recorded here is at home.' : null}
      >
        Look at a sample
      </Button>
      {fault !== null && <p role="alert">{fault}</p>}
    </div>
  );
}
