import { useMemo, useState } from 'react';
import { saysDistress } from '../../engine/distress/distress-words.ts';
import type { Work } from '../../engine/session/work.ts';
import { useBench } from '../../ui/api/use-kept.ts';
import { SessionChart } from '../../ui/charts/SessionChart.tsx';
import { useSync } from '../../ui/offline/use-sync.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Chip } from '../../ui/parts/Chip.tsx';
import { Help } from '../../ui/parts/HelpInDistress.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { shownConditions } from '../../ui/play/without-play.ts';
import { useSettings } from '../../ui/settings.ts';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { GotInTheWay } from '../../ui/support/GotInTheWay.tsx';
import type { Payoff, PracticePage } from '../practice/contract.ts';
import { LookBackAim } from './LookBackAim.tsx';
import { LookBackFelt } from './LookBackFelt.tsx';
import { LookBackShowing } from './LookBackShowing.tsx';
import { inOneMeasure } from './one-measure.ts';
import { lastMoment, type RunningSession, standingTakes, type Take } from './running-session.ts';
import styles from './Summary.module.css';
import { isShowingLost } from './session-showing.ts';
import type { Runner, RunnerActions } from './use-runner.ts';
import { measureOf, middleWords, type SessionWords, useSessionWords } from './use-session-finding.ts';

const LONGEST_LINE = 500;

type SummaryViewProps = {
  readonly page: PracticePage;
  readonly payoff: Payoff;
  readonly runner: Runner;
  /** The practice that the plan goes on with. */
  readonly nextId: string | null;
  readonly onDone: () => void;
  /** To the practice’s own page, where the plan would go on. */
  readonly onLeave: () => void;
};

/** The look back: one true thing, the takes of this session, and one line for next time. */
export function SummaryView({ page, payoff: inForce, runner, nextId, onDone, onLeave }: SummaryViewProps) {
  const { value: bench } = useBench();
  const next = bench?.practices.find(({ id }) => id === nextId)?.title;
  const { session, act } = runner;
  const {
    payoff,
    session: drawn,
    places,
  } = useMemo(() => inOneMeasure(session, page, inForce), [session, page, inForce]);
  const words = useSessionWords(drawn, payoff, page.payoffs);
  const [isEnding, setEnding] = useState(false);
  const measure = measureOf(payoff, session.work);
  const takes = standingTakes(session);
  const { plays } = useSettings();
  const scored = scoredOf(takes, places, plays);
  const unscored = takes.filter(({ value }) => value === null).length;
  /** Then there is help to be seen, and no score. */
  const isHeavy = [session.line, ...session.takes.map(({ note }) => note.text)].some(saysDistress);
  const [isAsked, setAsked] = useState(false);
  const isLost = isShowingLost(session);
  const goOn = (on: () => void) => {
    setAsked(isLost);
    if (isLost) return;
    setEnding(true);
    on();
  };
  return (
    <main id="main" className={`blue-paper ${styles.summary}`}>
      <div className={styles.sheet}>
        <div className="between">
          <span>{lengthWords(session, takes.length)}</span>
          <KeptChip />
        </div>
        <Headline
          title={`${page.card.title}, done`}
          headline={words === null ? null : headlineOf(words.headline, takes.length, unscored)}
          isHeavy={isHeavy}
        />
        <div className={styles.two}>
          {scored.length > 0 && !isHeavy && (
            <SessionChart
              title="Takes of this session"
              isTitleHidden
              takes={scored}
              usual={words?.usual ?? null}
              measure={measure}
            />
          )}
          <Notes {...{ session, drawn, words, act, isHeavy }} payoff={measure} isAsked={isAsked && isLost} />
        </div>
        <ActionBar>
          <Button kind="hot" size="big" busy={isEnding} onClick={() => goOn(onDone)}>
            {nextId === null ? 'Done' : `On to ${next ?? 'the next one'}`}
          </Button>
          {nextId !== null && (
            <Button kind="text" onClick={() => goOn(onLeave)}>
              Done for now
            </Button>
          )}
          <Button kind="text" onClick={act.reopen}>
            Go on practising
          </Button>
        </ActionBar>
        {session.takes.length > 0 && !isHeavy && <InTheWay page={page} session={session} act={act} />}
      </div>
    </main>
  );
}

function InTheWay({
  page,
  session,
  act,
}: Pick<NotesProps, 'session' | 'act'> & { readonly page: PracticePage }) {
  const takes = standingTakes(session);
  const last = takes.at(-1);
  return (
    <GotInTheWay
      practiceId={session.practiceId}
      sessionId={session.sessionId}
      design={page.micromastery.support}
      sessionTags={takes.flatMap(({ note }) => note.tags)}
      lastTags={last?.note.tags ?? null}
      onLastTags={(tags) => last !== undefined && act.note(last.attemptId, { ...last.note, tags })}
    />
  );
}

type HeadlineProps = {
  readonly title: string;
  /** Null while earlier takes are read. */
  readonly headline: string | null;
  readonly isHeavy: boolean;
};

function Headline({ title, headline, isHeavy }: HeadlineProps) {
  if (headline === null && !isHeavy)
    return <Loading what="Looking at your earlier takes" lines={2} lineHeightRem={3.5} />;
  return (
    <>
      <ScreenHeading title={title} className={styles.headline}>
        {isHeavy ? 'Your takes are kept. That is all for now.' : headline}
      </ScreenHeading>
      {isHeavy && <Help />}
    </>
  );
}

/** Those of one measure, each with its number among all. */
function scoredOf(takes: readonly Take[], places: readonly number[], plays: boolean) {
  return takes.flatMap(({ value, conditions }, index) =>
    value === null || !places.includes(index)
      ? []
      : [{ number: index + 1, value, condition: Object.values(shownConditions(conditions, plays))[0] }],
  );
}

type NotesProps = {
  readonly session: RunningSession;
  /** With the takes of one measure. */
  readonly drawn: RunningSession;
  readonly payoff: Payoff;
  /** Null while earlier takes are read. */
  readonly words: SessionWords | null;
  readonly act: RunnerActions;
  readonly isHeavy: boolean;
  /** The showing’s number of people is missing. */
  readonly isAsked: boolean;
};

function elsewhereWords(count: number): string {
  const takes = count === 1 ? 'One take' : `${count} takes`;
  return `${takes} counted the other part, and stand on the page of the practice.`;
}

function Notes({ session, drawn, payoff, words, act, isHeavy, isAsked }: NotesProps) {
  const { aim, work } = session;
  const takes = standingTakes(session);
  const values = standingTakes(drawn).flatMap((take) => take.value ?? []);
  const unscored = takes.filter(({ value }) => value === null).length;
  const elsewhere = takes.length - standingTakes(drawn).length;
  const notes = [
    words?.more ?? null,
    // Beside the one thing to change it is said of that.
    words?.saysMiddle === true || aim !== null ? null : middleWords(payoff, values),
    unscored > 0 && values.length > 0 ? unscoredWords(unscored) : null,
    takes.length > 0 ? WORK_NOTES[work] : null,
    elsewhere > 0 ? elsewhereWords(elsewhere) : null,
    session.isFloor && takes.length > 0
      ? 'The two-minute version. As a session it counts like any other.'
      : null,
  ].filter((note) => note !== null);
  return (
    <div className={styles.notes}>
      {!isHeavy && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {aim !== null && takes.length > 0 && !isHeavy && (
        <LookBackAim
          aim={aim}
          payoff={payoff}
          values={values}
          usual={words?.usual ?? null}
          isMiddleSaid={words?.saysMiddle ?? false}
          onAim={(told) => act.tell({ aim: told })}
        />
      )}
      {work === 'showing' && takes.length > 0 && (
        <LookBackShowing shown={session.shown} onShown={(shown) => act.tell({ shown })} isAsked={isAsked} />
      )}
      {!isHeavy && <LookBackFelt session={session} payoff={payoff} act={act} />}
      {session.takes.length > 0 && (
        <TextArea
          label="One line for next time"
          text={session.line}
          maxLength={LONGEST_LINE}
          rows={1}
          onText={act.writeLine}
        />
      )}
    </div>
  );
}

/** What these takes count for, where they were no runs of the whole. */
const WORK_NOTES: Readonly<Record<Work, string | null>> = {
  whole: null,
  part: 'Work on a part. It is drawn apart from whole runs.',
  showing: 'A showing. It counts towards the target, and is drawn apart from whole runs.',
  play: 'Played with. It counts as practice, is never scored, and lowers nothing.',
};

/** Takes without a score were made all the same. */
function headlineOf(headline: string, takes: number, unscored: number): string {
  if (takes === 0 || unscored < takes) return headline;
  return `${takes === 1 ? 'One take' : `${takes} takes`}, without a score. Done is done.`;
}

function unscoredWords(count: number): string {
  return count === 1 ? 'One take has no score.' : `${count} takes have no score.`;
}

/** "12 minutes, 6 takes" */
function lengthWords(session: RunningSession, takes: number): string {
  const ended = session.takes.length === 0 ? session.startedAt : lastMoment(session);
  const minutes = Math.round((Math.max(ended, session.endedAt ?? ended) - session.startedAt) / 60_000);
  const time = minutes < 1 ? 'Under a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return `${time}, ${takes === 0 ? 'no takes' : takes === 1 ? '1 take' : `${takes} takes`}`;
}

function KeptChip() {
  const { state, waiting, isKeeping } = useSync();
  return (
    <span role="status">
      {!isKeeping && waiting > 0 && <Chip tone="offline">Not kept here. Leave this page open</Chip>}
      {isKeeping && state === 'offline' && <Chip tone="offline">Offline, all kept here</Chip>}
      {isKeeping && state === 'signed-out' && <Chip tone="offline">Signed out, all kept here</Chip>}
    </span>
  );
}
