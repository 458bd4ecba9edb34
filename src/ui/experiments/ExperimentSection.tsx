import { experimentSentence } from '../../engine/experiment/experiment-words.ts';
import { countWords } from '../../engine/picture/count-words.ts';
import type { Experiment } from '../../features/experiments/contract.ts';
import type { Payoff, PracticePage } from '../../features/practice/contract.ts';
import { useExperiments } from '../api/use-experiments.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { differenceUnit } from './difference-words.ts';
import styles from './Experiments.module.css';
import { ForestPlot } from './ForestPlot.tsx';
import { mainFinding } from './main-finding.ts';
import { endWords } from './outcome-words.ts';
import { varietyWords } from './variety-words.ts';

type ExperimentSectionProps = {
  readonly practiceId: string;
  readonly payoffs: readonly Payoff[];
  /** What the design says can be tried out. */
  readonly variables: readonly { readonly name: string }[];
  /** How much was varied of late, and how much should be; a home of before tells neither. */
  readonly variety: PracticePage['variety'];
  readonly varied: number | null | undefined;
};

const MOST_ASKS = 3;
const MOST_ENDED = 3;

/** What is tried out in a practice: the running one with its drawing, those that have ended as a line each, and what to ask next. */
export function ExperimentSection({
  practiceId,
  payoffs,
  variables,
  variety,
  varied = null,
}: ExperimentSectionProps) {
  const { experiments, isKnown } = useExperiments(practiceId, payoffs);
  if (!isKnown && experiments.length === 0) return null;
  const told = variety === undefined ? null : varietyWords(variety, varied);
  const running = experiments.filter(({ end }) => end === null);
  const ended = experiments.filter(({ end }) => end !== null);
  return (
    <section aria-labelledby="experiment" className={styles.section}>
      <h2 className="h3" id="experiment">
        {running.length > 0 ? 'Experiment, running' : 'Experiment'}
      </h2>
      {running.map((experiment) => (
        <Running key={experiment.id} experiment={experiment} />
      ))}
      {ended.length > 0 && (
        <RuledList>
          {ended.slice(0, MOST_ENDED).map((experiment) => (
            <li key={experiment.id}>
              <Ended experiment={experiment} />
            </li>
          ))}
        </RuledList>
      )}
      {told !== null && <p className="small">{told}</p>}
      <div className={styles.asks}>
        {experiments.length === 0 &&
          variables.slice(0, MOST_ASKS).map(({ name }) => (
            <PageLink key={name} href={`/practices/${practiceId}/ask?variable=${encodeURIComponent(name)}`}>
              Try something out: {name}?
            </PageLink>
          ))}
        {running.length === 0 && <PageLink href={`/practices/${practiceId}/ask`}>Another question</PageLink>}
        {experiments.length > 0 && <PageLink href="/notebook">Your notebook</PageLink>}
      </div>
    </section>
  );
}

function Running({ experiment }: { readonly experiment: Experiment }) {
  const { id, measure, unit, smallest, question, levels, result } = experiment;
  const main = mainFinding(result.findings);
  const open = result.findings.filter((one) => one !== main && one.verdict === 'not-enough').length;
  const rest = open === 0 || main?.verdict === 'not-enough' ? '' : ` ${openWords(open)}`;
  return (
    <>
      <p>
        {result.n === 0 || main === null
          ? `${question} Nothing to tell yet.`
          : `${experimentSentence(measure, main)}${rest}`}
      </p>
      {result.n > 0 && (
        <ForestPlot
          forest={{ measure, unit, smallest, levels: result.levels, findings: result.findings }}
          title={question}
          isTitleHidden
          size="small"
        />
      )}
      <p className="cap">
        {result.n > 0 && `Difference from ${levels[0]}, ${differenceUnit(measure)}. `}
        <PageLink href={`/experiments/${id}`} className={styles.link}>
          Open the result
        </PageLink>
      </p>
    </>
  );
}

function openWords(count: number): string {
  return count === 1
    ? 'Another is too soon to tell.'
    : `The other ${countWords(count)} are too soon to tell.`;
}

function Ended({ experiment }: { readonly experiment: Experiment }) {
  const { id, question, end } = experiment;
  return (
    <>
      <PageLink href={`/experiments/${id}`}>{question}</PageLink>{' '}
      <span className="small muted">{end === null ? '' : endWords(experiment.levels, end)}</span>
    </>
  );
}
