import { useId, useRef, useState } from 'react';
import { type Plan, reasonWords } from '../../engine/agenda/agenda.ts';
import { lookBackMinutes, versionFor } from '../../engine/agenda/fit.ts';
import { findGap, gapSentence } from '../../engine/momentum/gap.ts';
import { formatDate } from '../../ui/format-day.ts';
import { firstSentence } from '../../ui/micromastery/first-sentence.ts';
import { localDay } from '../../ui/offline/device.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { TimeRod } from '../../ui/parts/TimeRod.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import { lastDayOf, pausesOf } from './agenda-practice.ts';
import styles from './BenchPlan.module.css';
import { PracticeChoice } from './PracticeChoice.tsx';
import { runAddress } from './run-address.ts';
import type { BenchAgenda } from './use-plan.ts';

const MINUTES_OFFERED = [5, 12, 25] as const;
const MOST_MINUTES = 240;

type BenchPlanProps = {
  readonly practices: readonly PracticeCard[];
  readonly agenda: BenchAgenda;
  readonly minutes: number;
  readonly onMinutes: (minutes: number) => void;
  /** The learner’s own choice, where nothing is suggested. */
  readonly onChoose: (practiceId: string) => void;
  readonly onEndPause: () => void;
};

/** The question of the screen and its answer: the minutes, what fits into them and why, and one button to start. */
export function BenchPlan(props: BenchPlanProps) {
  const { practices, agenda, minutes, onMinutes, onEndPause } = props;
  const headingId = useId();
  const [isAskedFor, askFor] = useState(false);
  const plan = agenda.planFor(minutes);
  const isSilent = agenda.isQuiet && !isAskedFor;
  return (
    <Stage aria-labelledby={headingId} className={styles.stage}>
      <ScreenHeading title="Bench" id={headingId}>
        What have you got?
      </ScreenHeading>
      <p className={`muted ${styles.since}`}>{sinceWords(practices, agenda, plan)}</p>
      {plan.kind === 'paused' ? (
        <Paused agenda={agenda} onEndPause={onEndPause} />
      ) : isSilent ? (
        <Quiet onAsk={() => askFor(true)} />
      ) : (
        <>
          <div className={styles.rods}>
            <TimeRod
              legend="Minutes you have"
              choices={offered(agenda.usualMinutes).map((choice) => ({
                minutes: choice,
                stepMinutes: stepsOf(agenda.planFor(choice), choice),
              }))}
              minutes={minutes}
              onChoose={onMinutes}
            />
            <OtherMinutes minutes={minutes} usual={agenda.usualMinutes} onMinutes={onMinutes} />
          </div>
          {plan.kind === 'plan' ? (
            <Planned {...props} plan={plan} />
          ) : (
            <Nothing plan={plan} onMinutes={onMinutes} />
          )}
        </>
      )}
    </Stage>
  );
}

/** The usual minutes stand among the others, in order. */
function offered(usual: number): readonly number[] {
  return [...new Set([...MINUTES_OFFERED, usual])].sort((a, b) => a - b);
}

function stepsOf(plan: Plan, minutes: number): number[] {
  if (plan.kind !== 'plan') return [minutes];
  return plan.lines.map(({ fromMinute, toMinute }) => toMinute - fromMinute);
}

function sinceWords(practices: readonly PracticeCard[], { agenda, today }: BenchAgenda, plan: Plan): string {
  // What the plan begins with and what is said above it come from one count of days.
  if (plan.kind === 'plan' && plan.comeback !== null)
    return gapSentence({ kind: 'gap', isComeback: true, ...plan.comeback });
  const latest = Math.max(...practices.map(({ lastAttemptAt }) => Date.parse(lastAttemptAt ?? '') || 0));
  const lastDay = latest === 0 ? null : localDay(new Date(latest));
  return gapSentence(findGap({ today, lastDay, pauses: pausesOf(agenda) }));
}

type OtherMinutesProps = {
  readonly minutes: number;
  readonly usual: number;
  readonly onMinutes: (minutes: number) => void;
};

/** Any other number of minutes, from one to four hours. */
function OtherMinutes({ minutes, usual, onMinutes }: OtherMinutesProps) {
  const isOther = !offered(usual).includes(minutes);
  const [text, setText] = useState(isOther ? String(minutes) : '');
  const [known, setKnown] = useState(minutes);
  if (minutes !== known) {
    setKnown(minutes);
    // Chosen elsewhere: what was typed is no longer what is planned. "50" is typed by way of "5".
    if (Number(text) !== minutes) setText('');
  }
  const typed = Number(text);
  const isFault = text.trim() !== '' && !(Number.isInteger(typed) && typed >= 1 && typed <= MOST_MINUTES);
  return (
    <TextField
      className={styles.other}
      label="Or any other number"
      text={text}
      error={isFault ? `A whole number of minutes, from 1 to ${MOST_MINUTES}.` : null}
      onText={(next) => {
        setText(next);
        const read = Number(next);
        if (next.trim() !== '' && Number.isInteger(read) && read >= 1 && read <= MOST_MINUTES)
          onMinutes(read);
      }}
      inputMode="numeric"
      maxLength={3}
      autoComplete="off"
    />
  );
}

const VERBS = {
  'begin-softly': 'Begin softly',
  begin: 'Begin',
  refresh: 'Refresh',
  work: 'Work',
  'look-back': 'Look back',
} as const;

type PlannedProps = BenchPlanProps & { readonly plan: Extract<Plan, { kind: 'plan' }> };

function Planned({ plan, practices, agenda, minutes, onChoose }: PlannedProps) {
  const titles = new Map(practices.map(({ id, title }) => [id, title]));
  const cards = new Map(practices.map((card) => [card.id, card]));
  const first = plan.lines.find(({ practiceId }) => practiceId !== null)?.practiceId ?? null;
  const address = runAddress(plan);
  return (
    <>
      <ol aria-label="The plan">
        {plan.lines.map((line) => (
          <li key={line.fromMinute} className={styles.step}>
            <span className={styles.time}>
              {line.fromMinute}–{line.toMinute} <span className="vh">minutes</span>
            </span>
            <span className={styles.verb}>{VERBS[line.verb]}</span>
            <div className={styles.what}>
              <p className="skillname">
                {line.practiceId === null ? 'One line' : titles.get(line.practiceId)}
                {line.isFloor && <span className="cap"> the two-minute version</span>}
              </p>
              <p className={styles.why}>{reasonWords(line.reason)}</p>
              <LastLine card={cards.get(line.practiceId ?? '')} isReason={line.reason.kind === 'your-line'} />
            </div>
          </li>
        ))}
      </ol>
      <LeftOut plan={plan} titles={titles} />
      <div className={styles.go}>
        {address !== null && (
          <ActionBar>
            <ButtonLink kind="hot" size="big" href={address}>
              Start {plan.minutes} {plan.minutes === 1 ? 'minute' : 'minutes'}
            </ButtonLink>
          </ActionBar>
        )}
        {first !== null && <SomethingElse {...{ practices, agenda, minutes, onChoose }} offeredId={first} />}
      </div>
    </>
  );
}

type LastLineProps = { readonly card: PracticeCard | undefined; readonly isReason: boolean };

/** What the learner left for themselves is read first. */
function LastLine({ card, isReason }: LastLineProps) {
  if (card === undefined || card.lastLine === null || isReason) return null;
  return <p className={styles.why}>Your line: “{firstSentence(card.lastLine, 120)}”</p>;
}

function LeftOut({
  plan,
  titles,
}: Pick<PlannedProps, 'plan'> & { readonly titles: ReadonlyMap<string, string> }) {
  if (plan.comeback === null || plan.leftOut.length === 0) return null;
  return (
    <p className={`small muted ${styles.left}`}>
      For another day: {plan.leftOut.map(({ practiceId }) => titles.get(practiceId)).join(', ')}.
    </p>
  );
}

type SomethingElseProps = Pick<BenchPlanProps, 'practices' | 'agenda' | 'minutes' | 'onChoose'> & {
  readonly offeredId: string;
};

/** One tap offers another; which one can also be said. Both are kept, and respected the next time. */
function SomethingElse({ practices, agenda, minutes, onChoose, offeredId }: SomethingElseProps) {
  const [isChoosing, setChoosing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const others = practices.filter(({ id }) => agenda.places.get(id) !== 'parked');
  const work = minutes - lookBackMinutes(minutes);
  const fits = ({ attemptMinutes, floor }: PracticeCard) =>
    versionFor({ attemptMinutes, hasFloor: floor !== null }, work) !== null;
  // What the plan could not take in is not offered for it; without suggestions anything is the learner’s to choose.
  const choices = agenda.saysWhatIsNext ? others.filter(fits) : practices;
  return (
    <>
      {agenda.saysWhatIsNext && others.length > 1 && (
        <Button kind="text" onClick={() => void agenda.answer(offeredId, null, minutes)}>
          Something else
        </Button>
      )}
      <Button
        kind="text"
        ref={opener}
        aria-expanded={isChoosing}
        aria-controls={listId}
        onClick={() => setChoosing(!isChoosing)}
      >
        Choose it yourself
      </Button>
      <div id={listId} hidden={!isChoosing} className={styles.choice}>
        <PracticeChoice
          practices={choices}
          chosenId={offeredId}
          onChoose={(id) => {
            setChoosing(false);
            opener.current?.focus();
            onChoose(id);
            if (agenda.saysWhatIsNext && id !== offeredId) void agenda.answer(offeredId, id, minutes);
          }}
        />
      </div>
    </>
  );
}

function Paused({ agenda, onEndPause }: { readonly agenda: BenchAgenda; readonly onEndPause: () => void }) {
  const last = agenda.pause === null ? null : lastDayOf(agenda.pause);
  return (
    <div className={styles.rest}>
      <p>
        Paused{last === null ? '' : ` until ${formatDate(Date.parse(`${last}T12:00:00`))}`}. Nothing is
        planned, and nothing is missed. Every practice is where you left it.
      </p>
      <Button onClick={onEndPause}>End the pause today</Button>
    </div>
  );
}

function Quiet({ onAsk }: { readonly onAsk: () => void }) {
  return (
    <div className={styles.rest}>
      <p>
        These are your quiet hours, so nothing is suggested. <PageLink href="/me">Change them</PageLink>
      </p>
      <Button onClick={onAsk}>Plan all the same</Button>
    </div>
  );
}

type NothingProps = {
  readonly plan: Extract<Plan, { kind: 'nothing-to-practise' }>;
  readonly onMinutes: (minutes: number) => void;
};

function Nothing({ plan, onMinutes }: NothingProps) {
  if (plan.why === 'none-fits') {
    const { fewestMinutes } = plan;
    return (
      <div className={styles.rest}>
        <p>Nothing on the bench fits so few minutes.</p>
        <Button onClick={() => onMinutes(fewestMinutes)}>Take {fewestMinutes} minutes</Button>
      </div>
    );
  }
  return (
    <div className={styles.rest}>
      <p>Everything is parked. Take one up again, or begin something new.</p>
      <ButtonLink href="/find">Find one</ButtonLink>
    </div>
  );
}
