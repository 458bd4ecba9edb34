import { type ReactNode, useEffect, useRef, useState } from 'react';
import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import { useSettings } from '../../ui/settings.ts';
import { SupportReadback } from '../../ui/support/SupportReadback.tsx';
import type { SupportChoice } from '../../ui/support/support-writes.ts';
import type { PracticePage } from '../practice/contract.ts';
import { OrderForm } from './RunnerOrderForm.tsx';
import { PairForm, PairOffer } from './RunnerPairForm.tsx';
import styles from './RunnerSetup.module.css';
import { AimForm, WorkForm } from './RunnerSetupForms.tsx';
import { RunnerSupport } from './RunnerSupport.tsx';
import { stepsOf } from './run-steps.ts';
import type { RunningSession } from './running-session.ts';
import { outcomeWords, workWords } from './session-words.ts';
import type { RunnerActions } from './use-runner.ts';
import type { Over } from './use-runner-over.ts';

const TITLES = {
  setup: 'Set up',
  work: 'What kind of session',
  pair: 'Rub and pat',
  order: 'Steps in another order',
  aim: 'One thing to change this time',
  support: 'What is around it',
} as const;
type Step = keyof typeof TITLES;

type RunnerSetupDialogProps = {
  readonly over: Over;
  readonly page: PracticePage;
  readonly session: RunningSession;
  readonly act: RunnerActions;
  readonly cold: number | null;
  readonly isSupportSaid: boolean;
  readonly onSupport: (choice: SupportChoice) => void;
  readonly onStep: (step: Step) => void;
  readonly onClose: () => void;
};

/** What is chosen about a sitting and was left for it: a list, and a step for each thing in it, in one dialog. */
export function RunnerSetupDialog(props: RunnerSetupDialogProps) {
  const { over, page, session, act, onSupport, onClose } = props;
  const open = stepOf(over);
  // While it closes it stays what it was.
  const [step, setStep] = useState<Step>('setup');
  if (open !== null && open !== step) setStep(open);
  const form = { page, session, act, onClose };
  return (
    <Dialog isOpen={open !== null} onClose={onClose} title={TITLES[step]}>
      <StepBody key={step} isOpening={step === 'setup'}>
        {step === 'setup' && <SetupList {...props} />}
        {step === 'work' && <WorkForm {...form} />}
        {step === 'pair' && <PairForm {...form} />}
        {step === 'order' && <OrderForm {...form} />}
        {step === 'aim' && <AimForm {...form} />}
        {step === 'support' && (
          <RunnerSupport page={page} session={session} onClose={onClose} onChoice={onSupport} />
        )}
      </StepBody>
    </Dialog>
  );
}

function stepOf(over: Over): Step | null {
  return over !== null && over in TITLES ? (over as Step) : null;
}

type StepBodyProps = { readonly isOpening: boolean; readonly children: ReactNode };

/** The pressed button goes with its step: the keyboard goes on in the next one. Where it opens, the dialog sees to that. */
function StepBody({ isOpening, children }: StepBodyProps) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpening) return;
    const dialog = body.current?.closest('[role="dialog"]');
    if (dialog?.contains(document.activeElement) === true) return;
    body.current?.querySelector<HTMLElement>('input:not([type="radio"]), input:checked, button')?.focus();
  }, [isOpening]);
  return <div ref={body}>{children}</div>;
}

function SetupList({ page, session, cold, isSupportSaid, onStep }: RunnerSetupDialogProps) {
  const { aim, takes } = session;
  const { asksForAim, asksForSupport } = useSettings();
  const isFresh = takes.length === 0;
  const last = isFresh && asksForAim ? (page.lastAim ?? null) : null;
  return (
    <RuledList label="Set up" className={styles.list}>
      <li>
        {isFresh ? (
          <Button kind="text" onClick={() => onStep('work')}>
            This session: {workWords(session)}
          </Button>
        ) : (
          <>This session: {workWords(session)}</>
        )}
      </li>
      {isFresh && page.micromastery.rubPat !== null && (
        <li>
          <PairOffer page={page} onOpen={() => onStep('pair')} />
        </li>
      )}
      {isFresh && stepsOf(page).length > 0 && (
        <li>
          <Button kind="text" onClick={() => onStep('order')}>
            Steps in another order
          </Button>
        </li>
      )}
      {(aim !== null || asksForAim) && (
        <li>
          <Button kind="text" onClick={() => onStep('aim')}>
            {aim === null ? 'One thing to change' : `To change: ${aim.text}`}
          </Button>
          {last !== null && (
            <p>
              <span className="cap">Last time you changed</span> <q>{last.text}</q>
              {last.result !== null && `: ${outcomeWords(last.result.outcome).toLowerCase()}, as you saw it.`}
              {last.result?.note != null && ` ${last.result.note}`}
            </p>
          )}
        </li>
      )}
      {asksForSupport && (
        <li>
          <SupportReadback
            practiceId={page.card.id}
            isDoorOnly={!isFresh || isSupportSaid}
            onOpen={() => onStep('support')}
          />
        </li>
      )}
      {isFresh && page.card.lastLine !== null && (
        <li className={styles.left}>
          <span className="cap">For this time you wrote</span> <q>{page.card.lastLine}</q>
        </li>
      )}
      {cold !== null && (
        <li className={styles.left}>
          <span className="cap">
            Cold take {cold} of {BASELINE_ATTEMPTS}
          </span>{' '}
          As well as you can now: the three are where you start.
        </li>
      )}
    </RuledList>
  );
}
