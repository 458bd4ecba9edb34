import { type FormEvent, useEffect, useState } from 'react';
import type { PayoffDraft } from '../../ui/micromastery/begin-practice.ts';
import { newId } from '../../ui/offline/device.ts';
import { record } from '../../ui/offline/record.ts';
import { Button } from '../../ui/parts/Button.tsx';
import type { PayoffBody } from './contract.ts';
import styles from './PayoffEdit.module.css';
import { PayoffForm } from './PayoffForm.tsx';
import { fieldsOf, usePayoffFields } from './use-payoff-fields.ts';

type PayoffEditProps = {
  readonly practiceId: string;
  readonly first: PayoffDraft;
  /** Takes that the picture is drawn from. */
  readonly takes: number;
  readonly onDone: () => void;
};

/** A new payoff comes into force, and the ones before stay in the history. */
export function PayoffEdit({ practiceId, first, takes, onDone }: PayoffEditProps) {
  const form = usePayoffFields(fieldsOf(first));
  const { element } = form;
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => element.current?.querySelector('textarea')?.focus(), [element]);

  async function save(event: FormEvent) {
    event.preventDefault();
    const payoff = form.read();
    if (payoff === null) return;
    setBusy(true);
    setFault(null);
    const body: PayoffBody = { ...payoff, practiceId, setAt: new Date().toISOString() };
    try {
      await record([{ path: `/api/payoffs/${newId()}`, body }]);
      onDone();
    } catch (error) {
      setBusy(false);
      setFault(error instanceof Error ? error.message : String(error));
    }
  }

  const isOther = form.fields.kind !== first.kind || form.fields.unit.trim() !== first.unit;
  return (
    <form ref={element} onSubmit={save} noValidate className={styles.edit}>
      <PayoffForm form={form} />
      {isOther && takes > 0 && (
        <p className="small" role="status">
          Your takes so far were counted in {first.unit}. They stay on record, and the picture starts anew
          with takes counted this way.
        </p>
      )}
      <div className="row">
        <Button submit busy={isBusy} busyText="Saving">
          Save the payoff
        </Button>
        <Button kind="text" onClick={onDone}>
          Leave it as it was
        </Button>
      </div>
      {fault !== null && <p role="alert">{fault}</p>}
    </form>
  );
}
