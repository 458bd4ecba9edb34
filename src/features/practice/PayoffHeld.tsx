import { useState } from 'react';
import { useLibrary } from '../../ui/api/use-library.ts';
import { formatDate } from '../../ui/format-day.ts';
import { newId } from '../../ui/offline/device.ts';
import { leaveToQueue, record } from '../../ui/offline/record.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Note } from '../../ui/parts/Note.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { Micromastery } from '../library/contract.ts';
import type { PayoffChoice, PayoffChoiceBody } from './choice-contract.ts';
import type { Payoff } from './contract.ts';
import styles from './PayoffHeld.module.css';

type Choice = PayoffChoiceBody['choice'];

type PayoffHeldProps = {
  readonly payoff: Payoff;
  readonly design: Micromastery;
  readonly metAt: number;
  /** What was chosen last, if it was of this payoff. */
  readonly chosen: PayoffChoice | null;
  /** Opens the payoff, to raise it. */
  readonly onRaise: () => void;
};

const WORDS: Readonly<Record<Choice, string>> = {
  perfect: 'You chose to perfect it.',
  bigger: 'You chose to go on to something bigger.',
  both: 'You chose both: to perfect it, and to go on.',
  'keep-alive': 'You chose to keep it as it is. It comes round now and then.',
};

/** The payoff has held: said once, quietly, with the honest choices. Each can be changed again. */
export function PayoffHeld({ payoff, design, metAt, chosen, onRaise }: PayoffHeldProps) {
  const [isChanging, setChanging] = useState(false);
  const [isLooking, setLooking] = useState<'bigger' | 'both' | null>(null);
  const done = chosen?.payoffId === payoff.id ? chosen : null;

  function choose(choice: Choice, biggerId: string | null) {
    const body: PayoffChoiceBody = {
      practiceId: payoff.practiceId,
      payoffId: payoff.id,
      choice,
      biggerMicromasteryId: biggerId,
      chosenAt: new Date().toISOString(),
    };
    setChanging(false);
    setLooking(null);
    record([{ path: `/api/payoff-choices/${newId()}`, body }]).catch(leaveToQueue);
    if (choice === 'perfect' || choice === 'both') onRaise();
  }

  return (
    <Note tone="cool" className={styles.held}>
      <p>
        <b>It has held</b> in three sessions on three days, since {formatDate(metAt)}.
      </p>
      {done !== null && !isChanging ? (
        <>
          <p>{WORDS[done.choice]}</p>
          <Bigger id={done.biggerMicromasteryId} />
          <Button kind="text" onClick={() => setChanging(true)}>
            Choose otherwise
          </Button>
        </>
      ) : isLooking !== null ? (
        <BiggerChoice design={design} onChoose={(id) => choose(isLooking, id)} />
      ) : (
        <div className={styles.choices}>
          <Button onClick={() => choose('perfect', null)}>Perfect it</Button>
          <Button onClick={() => setLooking('bigger')}>Go bigger</Button>
          <Button onClick={() => setLooking('both')}>Both</Button>
          <Button kind="text" onClick={() => choose('keep-alive', null)}>
            Keep it as it is
          </Button>
        </div>
      )}
    </Note>
  );
}

function Bigger({ id }: { readonly id: string | null }) {
  const { value: library } = useLibrary(id !== null);
  const bigger = library?.micromasteries.find((one) => one.id === id);
  if (bigger === undefined) return null;
  return (
    <p>
      <PageLink href={`/micromasteries/${bigger.id}`}>{bigger.title}</PageLink>
    </p>
  );
}

type BiggerChoiceProps = { readonly design: Micromastery; readonly onChoose: (id: string | null) => void };

/** What this one carries over to, as its author says; or something that is looked for. */
function BiggerChoice({ design, onChoose }: BiggerChoiceProps) {
  const { value: library } = useLibrary();
  const leading = new Set(design.links.filter(({ kind }) => kind !== 'needs').map(({ to }) => to));
  const linked =
    library?.micromasteries.filter(({ slug, id }) => leading.has(slug) && id !== design.id) ?? [];
  return (
    <>
      <p>What may come after it:</p>
      <ul className={styles.linked}>
        {linked.map(({ id, title }) => (
          <li key={id}>
            <Button onClick={() => onChoose(id)}>{title}</Button>
          </li>
        ))}
      </ul>
      <Button kind="text" onClick={() => onChoose(null)}>
        Something else, to be found
      </Button>
    </>
  );
}
