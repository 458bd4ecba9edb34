import { useEffect, useState } from 'react';
import type { AideLevel } from '../../engine/support/aide.ts';
import { aideNextWords } from '../../engine/support/aide-words.ts';
import { useSupport } from '../../ui/api/use-support.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { useAddressWord } from '../../ui/shell/use-address.ts';
import { AideText } from '../../ui/support/AideText.tsx';
import { type Aide, isAide, useAideStanding } from '../../ui/support/use-aides.ts';
import type { PracticePage } from '../practice/contract.ts';
import styles from './Runner.module.css';
import type { RunningSession } from './running-session.ts';
import type { RunnerActions } from './use-runner.ts';

type RunnerAidesProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  readonly act: RunnerActions;
};

/** What lies at hand while practising, one press away; and, where that is what the sitting is for, that the first take tells. */
export function RunnerAides({ page, session, act }: RunnerAidesProps) {
  const isLook = useAddressWord('look') !== null;
  const { support } = useSupport(page.card.id);
  const aides = support.atHand.filter(isAide);
  return (
    <>
      {isLook && session.takes.length === 0 && (
        <p className={styles.glance}>
          To look whether it holds: make the first take cold, as it comes. It is the one that tells.
        </p>
      )}
      {aides.length > 0 && session.work === 'whole' && (
        <AtHand aides={aides} page={page} session={session} act={act} />
      )}
    </>
  );
}

function AtHand({ aides, page, session, act }: RunnerAidesProps & { readonly aides: readonly Aide[] }) {
  const [isOpen, setOpen] = useState(false);
  const [isAnswered, setAnswered] = useState(false);
  const standing = useAideStanding(page.card.id, page.payoffs, true);
  const { aide = null } = session;
  const wasUsed = (standing?.sessionsWith ?? 0) > 0;
  useEffect(() => {
    // Of an aide that was never looked at there is nothing to hold against.
    if (aide === null && wasUsed) act.tell({ aide: 'without aide' });
  }, [aide, wasUsed, act]);
  const go = (level: AideLevel) => act.tell({ aide: level });
  const open = () => {
    act.hold();
    go('with aide');
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    act.release();
  };
  const asked =
    standing !== null && session.takes.length === 0 && !isAnswered ? aideNextWords(standing) : null;
  return (
    <section aria-label="At hand" className={styles.aides}>
      <div className="row">
        <Button onClick={open} aria-haspopup="dialog">
          At hand: {aides.length === 1 ? aides[0]?.label : `${aides.length} aides`}
        </Button>
        {aide === 'with aide' && (
          <Button kind="text" onClick={() => go('without aide')}>
            Go without from here
          </Button>
        )}
      </div>
      {aide !== null && (
        <p className="cap">
          {aide === 'with aide' ? 'Takes are made with it.' : 'Takes are made without it.'}
        </p>
      )}
      {asked !== null && (
        <WithoutAsked
          words={asked}
          onAnswer={(isWithout) => {
            if (isWithout) go('without aide');
            setAnswered(true);
          }}
        />
      )}
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title="At hand"
        actions={<Button onClick={close}>Go on</Button>}
      >
        {aides.map((one) => (
          <section key={one.id} aria-label={one.label} className={styles.aide}>
            <h3>{one.label}</h3>
            <AideText aide={one} />
          </section>
        ))}
      </Dialog>
    </section>
  );
}

type WithoutAskedProps = { readonly words: string; readonly onAnswer: (isWithout: boolean) => void };

/** To go without it once: asked before the first take, and put away in one press. */
function WithoutAsked({ words, onAnswer }: WithoutAskedProps) {
  return (
    <div className={styles.asked}>
      <p className="small">{words}</p>
      <div className="row">
        <Button onClick={() => onAnswer(true)}>Without it today</Button>
        <Button kind="text" onClick={() => onAnswer(false)}>
          Not today
        </Button>
      </div>
    </div>
  );
}
