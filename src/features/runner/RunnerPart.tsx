import { partCalled } from '../../engine/rub-pat/pair-takes.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { usePair } from '../../ui/api/use-pair.ts';
import { EMPHASIS, SECOND_TASK } from '../../ui/rub-pat/pair-sitting.ts';
import { emphasisWords } from '../../ui/rub-pat/pair-words.ts';
import type { ToldPair } from '../../ui/rub-pat/told-pair.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import styles from './Runner.module.css';
import { RunnerCard } from './RunnerCard.tsx';
import { orderOf, stepsInOrder, stepsOf } from './run-steps.ts';
import type { RunningSession } from './running-session.ts';
import type { RunnerActions } from './use-runner.ts';

type RunnerPartProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  /** What this take is measured by. */
  readonly payoff: Payoff;
  readonly act: RunnerActions;
};

/** What this work on a part is: the drill, where the attention goes, what runs beside it, or the steps in their order. */
export function RunnerPart({ page, session, payoff, act }: RunnerPartProps) {
  const pair = usePair(page);
  const order = session.isFloor ? null : orderOf(session);
  if (order !== null) {
    return <Steps steps={stepsInOrder(stepsOf(page), order, session)} />;
  }
  const task = session.held?.[SECOND_TASK];
  if (task !== undefined) {
    return (
      <Told
        caption="Beside it, for every take"
        name={task}
        more="Light and without a pause; what it comes to is not counted."
      />
    );
  }
  const told = pair === null ? null : toldPart(pair, session, payoff);
  if (told !== null) return <Told {...told} />;
  return (
    <RunnerCard
      page={page}
      session={session}
      onReading={(isReading) => (isReading ? act.hold() : act.release())}
    />
  );
}

type ToldProps = { readonly caption: string; readonly name: string; readonly more: string | null };

function Told({ caption, name, more }: ToldProps) {
  return (
    <section className={styles.card} aria-label="Rub and pat">
      <div className={styles.words} aria-live="polite">
        <p className={styles.caption}>{caption}</p>
        <p className={styles.twist}>{sentenceCase(name)}</p>
        {more !== null && <p className={styles.glance}>{more}</p>}
      </div>
    </section>
  );
}

function toldPart(
  pair: ToldPair,
  { part, held, measures = [] }: RunningSession,
  payoff: Payoff,
): ToldProps | null {
  const which = partCalled({ a: { names: [pair.a.name] }, b: { names: [pair.b.name] } }, part);
  if (which === null) return null;
  if (which !== 'both') return { caption: 'Alone', name: pair[which].name, more: pair[which].soloDrill };
  const emphasis = held?.[EMPHASIS];
  // Where one of them has no measure of its own, that of the whole is its.
  const counted = pair[payoff.part ?? (pair.a.own === null ? 'a' : 'b')].name;
  return {
    caption: 'The two together',
    name: emphasis === undefined ? 'Both, one after the other' : emphasisWords(pair, emphasis),
    more: measures.length > 1 ? `This take counts ${counted}.` : null,
  };
}

function Steps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <section className={styles.card} aria-label="Steps in another order">
      <div className={styles.words}>
        <p className={styles.caption}>In this order</p>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
    </section>
  );
}
