import { experimentSentence } from '../../engine/experiment/experiment-words.ts';
import { mainFinding } from '../../ui/experiments/main-finding.ts';
import { endWords } from '../../ui/experiments/outcome-words.ts';
import { useNotebook } from '../../ui/experiments/use-experiment-page.ts';
import { formatDate } from '../../ui/format-day.ts';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { EmptyState } from '../../ui/parts/EmptyState.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { Notebook } from './contract.ts';
import styles from './Notebook.module.css';
import { decidedPredictions, judgementWords } from './notebook-words.ts';
import { ANSWER_WORDS, answerOf, predictionSentence } from './prediction.ts';

/** Every question that was asked, what was expected, and what came of it. */
export default function NotebookScreen() {
  const { value: notebook, error, retry } = useNotebook();
  return (
    <>
      <ScreenHeading title="Lab notebook">Your lab notebook</ScreenHeading>
      {notebook !== undefined ? (
        <Entries notebook={notebook} />
      ) : error === null ? (
        <Loading what="Fetching your notebook" lines={6} lineHeightRem={5} />
      ) : (
        <ReadFault error={error} what="Your notebook" retry={retry} />
      )}
    </>
  );
}

function Entries({ notebook: { entries } }: { readonly notebook: Notebook }) {
  if (entries.length === 0) {
    return (
      <EmptyState title="No question yet" action={<ButtonLink href="/">Go to the bench</ButtonLink>}>
        Every question that you try out will be here: what you expected, how sure you were, and what came of
        it. A practice’s own page is where one is asked.
      </EmptyState>
    );
  }
  const ratings = decidedPredictions(entries.map(({ experiment }) => experiment));
  return (
    <div className={`grid ${styles.notebook}`}>
      <section aria-labelledby="questions">
        <h2 id="questions">Questions</h2>
        <RuledList className={styles.entries}>
          {entries.map((entry) => (
            <li key={entry.experiment.id}>
              <Entry entry={entry} />
            </li>
          ))}
        </RuledList>
      </section>
      <section aria-labelledby="judged" className={styles.judged}>
        <h2 id="judged">What you expected</h2>
        <p>{judgementWords(ratings)}</p>
      </section>
    </div>
  );
}

function Entry({ entry: { experiment, practiceTitle } }: { readonly entry: Notebook['entries'][number] }) {
  const { id, practiceId, question, measure, levels, result, startedAt, end } = experiment;
  const main = mainFinding(result.findings);
  return (
    <article className="stack">
      <h3>
        <PageLink href={`/experiments/${id}`}>{question}</PageLink>
      </h3>
      <p className="cap">
        <PageLink href={`/practices/${practiceId}`}>{practiceTitle}</PageLink>, asked{' '}
        {formatDate(Date.parse(startedAt))}
      </p>
      <p>
        {result.n === 0 || main === null ? 'Nothing can be told yet.' : experimentSentence(measure, main)}
      </p>
      <p className="small muted">
        {predictionSentence(experiment)} {ANSWER_WORDS[answerOf(experiment)]}{' '}
        {end === null ? 'It is running.' : endWords(levels, end)}
      </p>
    </article>
  );
}
