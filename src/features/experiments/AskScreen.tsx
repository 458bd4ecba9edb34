import { useExperiments } from '../../ui/api/use-experiments.ts';
import { usePracticePage } from '../../ui/api/use-kept.ts';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { ErrorState } from '../../ui/parts/ErrorState.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { Note } from '../../ui/parts/Note.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { useAddressWord, usePageId } from '../../ui/shell/use-address.ts';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import styles from './Ask.module.css';
import { AskForm } from './AskForm.tsx';
import { useNow } from './use-asked.ts';

/** An experiment on a practice of one's own: what to vary, what one expects, and from when it would matter. */
export default function AskScreen() {
  const practiceId = usePageId();
  const { value: page, error, retry } = usePracticePage(practiceId);
  const payoff = page?.payoffs[0];
  if (page !== undefined && payoff !== undefined) return <Ask key={practiceId} page={page} payoff={payoff} />;
  return (
    <>
      <ScreenHeading title="Try something out" className="vh">
        Try something out
      </ScreenHeading>
      {page !== undefined && <NoPayoff practiceId={practiceId} />}
      {page === undefined &&
        (error === null ? (
          <Loading what="Fetching your practice" lines={8} />
        ) : (
          <ReadFault error={error} what="This practice" retry={retry} />
        ))}
    </>
  );
}

function Ask({ page, payoff }: { readonly page: PracticePage; readonly payoff: Payoff }) {
  const { id, title } = page.card;
  const first = useAddressWord('variable');
  const { now, isKnown } = useNow(page, payoff);
  const { experiments } = useExperiments(id, page.payoffs);
  const running = experiments.filter(({ end }) => end === null);
  return (
    <Stage aria-labelledby="ask" className={styles.stage}>
      <p className="cap">
        An experiment on <PageLink href={`/practices/${id}`}>{title}</PageLink>
      </p>
      <ScreenHeading title={`Try something out: ${title}`} id="ask">
        What do you want to try out?
      </ScreenHeading>
      <p className={`muted ${styles.lead}`}>
        A lot decides how each take is made, so that neither practice nor a good day can pass for a
        difference. You may look whenever you like.
      </p>
      {running.map(({ id: other, question }) => (
        <Note key={other} tone="cool">
          Running already: <PageLink href={`/experiments/${other}?practice=${id}`}>{question}</PageLink> Both
          are drawn for, each by a lot of its own.
        </Note>
      ))}
      {payoff.direction === 'within' && payoff.target.low === null ? (
        <NoPayoff practiceId={id} />
      ) : isKnown ? (
        <AskForm
          page={page}
          payoff={payoff}
          now={now}
          first={first}
          taken={running.map(({ variable }) => variable)}
        />
      ) : (
        <Loading what="Looking where you are" lines={6} />
      )}
    </Stage>
  );
}

function NoPayoff({ practiceId }: { readonly practiceId: string }) {
  const toPage = (
    <ButtonLink kind="hot" href={`/practices/${practiceId}`}>
      Set a payoff
    </ButtonLink>
  );
  return (
    <ErrorState title="Nothing to compare yet" actions={toPage}>
      Say first what you count or rate, and which way is better. Then takes can be held against each other.
    </ErrorState>
  );
}
