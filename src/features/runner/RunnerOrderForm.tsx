import { ORDERS, type Order, REORDERED } from '../../engine/challenge/run-order.ts';
import { Button } from '../../ui/parts/Button.tsx';
import styles from './RunnerSetup.module.css';
import { ORDER } from './run-steps.ts';
import type { RunnerActions } from './use-runner.ts';

const WORDS: Readonly<Record<Order, string>> = {
  shuffled: 'Shuffled',
  backward: 'Backward',
  'from-the-middle': 'From the middle on',
};

type OrderFormProps = { readonly act: RunnerActions; readonly onClose: () => void };

/** One tap, and the steps stand in another order for this session. */
export function OrderForm({ act, onClose }: OrderFormProps) {
  const choose = (order: Order) => {
    act.chooseWork({ ...REORDERED, held: { [ORDER]: order } });
    onClose();
  };
  return (
    <div className="stack">
      <p className="small muted">
        What still goes well out of its usual order is known from every side. These takes have a picture of
        their own, and the target is not counted.
      </p>
      <div className={styles.offers}>
        {ORDERS.map((order) => (
          <Button key={order} onClick={() => choose(order)}>
            {WORDS[order]}
          </Button>
        ))}
      </div>
    </div>
  );
}
