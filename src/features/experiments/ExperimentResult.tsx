import { experimentSentence } from '../../engine/experiment/experiment-words.ts';
import { formatAmount } from '../../engine/measure/format-value.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import { differenceUnit } from '../../ui/experiments/difference-words.ts';
import { ForestPlot } from '../../ui/experiments/ForestPlot.tsx';
import { mainFinding, winningLevel } from '../../ui/experiments/main-finding.ts';
import { formatDay } from '../../ui/format-day.ts';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { BecameClear } from './BecameClear.tsx';
import { BeforeYouBelieve } from './BeforeYouBelieve.tsx';
import type { Experiment, ExperimentPage } from './contract.ts';
import styles from './Experiment.module.css';
import { InWords } from './InWords.tsx';
import { NextSteps } from './NextSteps.tsx';
import { ANSWER_WORDS, answerOf, predictionSentence } from './prediction.ts';

export function ExperimentResult({ page }: { readonly page: ExperimentPage }) {
  const { experiment, looks } = page;
  const { measure, smallest, result, unit } = experiment;
  const isBegun = result.n > 0;
  return (
    <>
      <div className={`grid ${styles.pair} ${styles.top}`}>
        <div>
          <Origin page={page} />
          <Verdict experiment={experiment} />
          <NextSteps experiment={experiment} winner={isBegun ? winningLevel(result.findings) : null} />
        </div>
        {isBegun && <InWords experiment={experiment} />}
      </div>
      {isBegun && (
        <div className={`grid ${styles.pair}`}>
          <section aria-labelledby="differences">
            <h2 id="differences">Differences, in {differenceUnit(measure)}</h2>
            <div className={styles.drawing}>
              <ForestPlot
                forest={{ measure, unit, smallest, levels: result.levels, findings: result.findings }}
                title={`Every level against ${experiment.levels[0]}`}
                isTitleHidden
              />
            </div>
            <p className="small muted">{stripWords(experiment)}</p>
          </section>
          <BecameClear experiment={experiment} looks={looks} />
        </div>
      )}
      <BeforeYouBelieve page={page} />
    </>
  );
}

function Origin({ page: { experiment, practiceTitle } }: { readonly page: ExperimentPage }) {
  const { practiceId, result, unit, startedAt } = experiment;
  const named = unit === 'attempt' ? 'take' : 'session';
  const count =
    result.n === 0 ? `no ${named}s yet` : `${countFigures(result.n)} ${named}${result.n === 1 ? '' : 's'}`;
  return (
    <p className={`cap ${styles.origin}`}>
      An experiment on <PageLink href={`/practices/${practiceId}`}>{practiceTitle}</PageLink>, {count} since{' '}
      {formatDay(Date.parse(startedAt))}
    </p>
  );
}

/** The verdict before any picture, never more than its interval allows. */
function Verdict({ experiment }: { readonly experiment: Experiment }) {
  const { question, measure, unit, result, end } = experiment;
  const main = mainFinding(result.findings);
  const prediction = `${predictionSentence(experiment)} ${ANSWER_WORDS[answerOf(experiment)]}`;
  const named = unit === 'attempt' ? 'take' : 'session';
  if (result.n === 0 || main === null) {
    return (
      <>
        <ScreenHeading title={question} className={styles.headline}>
          {question}
        </ScreenHeading>
        <p className="muted">
          Nothing can be told yet: no {named} that was drawn has a result. Practise, and what it comes to
          stands here after every {named}.
        </p>
        <p className={styles.asked}>{predictionSentence(experiment)}</p>
      </>
    );
  }
  const winner = winningLevel(result.findings);
  const isKept = winner !== null && (end === null || end.adoptedLevel === winner);
  const guess =
    main.estimate === null ? '' : `The best single guess is ${formatAmount(measure, main.estimate)}. `;
  return (
    <>
      <ScreenHeading title={question} className={styles.headline}>
        {experimentSentence(measure, main)}
        {isKept && ` Keep ${winner}.`}
      </ScreenHeading>
      <p className="muted">
        {main.verdict === 'not-enough' || main.verdict === 'no-difference' ? '' : guess}
        You may look after every {named}: the interval stays honest however often you look and whenever you
        stop.
      </p>
      <p className={styles.asked}>
        You asked “{question}” {prediction}
      </p>
    </>
  );
}

function stripWords({ measure, smallest, result, levels }: Experiment): string {
  const several = result.findings.length > 1;
  const against = several
    ? `Each is held against ${levels[0]}, and none of them against another. `
    : `Held against ${levels[0]}. `;
  return `${against}Bars are 95% intervals that hold at every look${several ? ', all of them together' : ''}; an arrow means that one reaches further, or has no bound yet. You set the blue strip: ${formatAmount(measure, smallest)} is the smallest difference that you would notice.`;
}
