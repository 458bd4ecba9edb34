import type { ReactNode } from 'react';
import { formatValue } from '../../engine/measure/format-value.ts';
import { checkWords, drawnWords, isToldAtReference, leftOutWords } from './aside-words.ts';
import type { ExperimentPage } from './contract.ts';
import styles from './Experiment.module.css';

/** What the result rests on, and what it does not say. */
export function BeforeYouBelieve({ page }: { readonly page: ExperimentPage }) {
  const { experiment } = page;
  const { measure, reference } = experiment;
  const leftOut = leftOutWords(experiment);
  return (
    <section aria-labelledby="before" className={styles.before}>
      <h2 id="before">Before you believe it</h2>
      <ul className={styles.cautions}>
        <Caution title="Drawn by lot">{drawnWords(experiment)}</Caution>
        {leftOut !== null && <Caution title="Left out">{leftOut}</Caution>}
        <Caution title="Not blind">
          You knew the level, and whoever judged may have known it too. What one expects can colour a score.
        </Caution>
        {isToldAtReference(measure) && (
          <Caution title={`Told at ${formatValue(measure, reference)}`}>
            The effect is a share of what there is. In {measure.kind === 'duration' ? 'time' : 'numbers'} it
            is told as it is at about where you began, and is more where you reach more.
          </Caution>
        )}
        <Commitment page={page} />
      </ul>
      <HowItIsMade />
    </section>
  );
}

type CautionProps = { readonly title: string; readonly children: ReactNode };

function Caution({ title, children }: CautionProps) {
  return (
    <li>
      <h3>{title}</h3>
      {children}
    </li>
  );
}

function Commitment({ page: { experiment, check } }: { readonly page: ExperimentPage }) {
  const { id, end, seed, commitment } = experiment;
  if (end === null) {
    return (
      <Caution title="Its commitment">
        The lot was sealed before the first draw: once it has ended its seed is shown, and this number proves
        that nobody changed it. <code className={styles.hash}>{commitment}</code>
      </Caution>
    );
  }
  const told = checkWords(check);
  return (
    <Caution title="The lot, opened">
      {told ?? 'Home checks the draws once it has heard of the end.'} Its seed was{' '}
      <code className={styles.hash}>{seed}</code>, committed to as{' '}
      <code className={styles.hash}>{commitment}</code>.
      {told !== null && (
        <p>
          <a className={styles.file} href={`/api/experiments/${id}`} download={`experiment-${id}.json`}>
            Every draw and take as a file
          </a>
        </p>
      )}
    </Caution>
  );
}

/** As docs/science/trial.md has it, without the formulas. */
function HowItIsMade() {
  return (
    <details className={styles.how}>
      <summary>How the interval is made</summary>
      <div className="small stack">
        <p>
          What is known for certain is the lot: with what chance each level was drawn. For every difference
          that there could be, somebody who knew all takes but not the draws bets on each draw, at fair odds.
          If that difference is the true one, they cannot expect to win. The interval holds every difference
          against which they have not yet won twenty times their stake.
        </p>
        <p>
          Such a bet may be looked at after every take: the chance that the interval ever leaves out the true
          difference is one in twenty at most, over all comparisons together. An interval can grow wider again
          as well as narrower.
        </p>
        <p>
          It does not matter that you get better meanwhile, that one day differs from another, or that a take
          slips: nothing is assumed about that. The estimate is the difference that the bets speak least
          against. It is about you, as you practised here, and not about other people.
        </p>
      </div>
    </details>
  );
}
