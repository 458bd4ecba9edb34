import { lazy, Suspense, useId, useRef, useState } from 'react';
import type { Plan, PlanLine } from '../../engine/agenda/plan.ts';
import { isUsual, usualReasonWords } from '../../engine/agenda/usual-reason-words.ts';
import { findGap, gapSentence } from '../../engine/momentum/gap.ts';
import { firstSentence } from '../../ui/micromastery/first-sentence.ts';
import { localDay } from '../../ui/offline/device.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { TimeRod } from '../../ui/parts/TimeRod.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import { pausesOf } from './agenda-practice.ts';
import styles from './BenchPlan.module.css';
import { runAddress } from './run-address.ts';
import { toldReason } from './told-reason.ts';
import type { BenchAgenda } from './use-plan.ts';

/** What stands there while nothing is planned. */
const BenchRest = lazy(async () => ({ default: (await import('./BenchRest.tsx')).BenchRest }));
/** Only some lines say more than the usual. */
const RareReason = lazy(async () => ({ default: (await import('./RareReason.tsx')).RareReason }));
/** Few plans have a word below them. */
const PlanNotes = lazy(async () => ({ default: (await import('./PlanNotes.tsx')).PlanNotes }));
/** Only who wants no suggestion asks for it. */
const PracticeChoice = lazy(async () => ({
  default: (await import('./PracticeChoice.tsx')).PracticeChoice,
}));

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
  const { text, setText, isFault, write } = useOtherMinutes(props);
  const plan = agenda.planFor(minutes);
  const isSilent = agenda.isQuiet && !isAskedFor;
  const rest = (
    <Suspense fallback={<div className={styles.rest} />}>
      <BenchRest
        {...{ agenda, practices, plan, isSilent, onEndPause, onMinutes }}
        onAsk={() => askFor(true)}
      />
    </Suspense>
  );
  return (
    <Stage aria-labelledby={headingId} className={styles.stage}>
      <ScreenHeading title="Bench" id={headingId}>
        What have you got?
      </ScreenHeading>
      <p className={`muted ${styles.since}`}>{sinceWords(practices, agenda, plan)}</p>
      {plan.kind === 'paused' || isSilent ? (
        rest
      ) : (
        <>
          <div className={styles.rods}>
            <TimeRod
              legend="Minutes you have"
              choices={offered(agenda.usualMinutes).map((choice) => ({
                minutes: choice,
                stepMinutes: stepsOf(agenda.planFor(choice), choice),
              }))}
              minutes={isFault ? null : minutes}
              onChoose={(choice) => {
                setText('');
                onMinutes(choice);
              }}
            />
            <TextField
              className={styles.other}
              label="Or any other number"
              text={text}
              error={isFault ? `A whole number of minutes, from 1 to ${MOST_MINUTES}.` : null}
              onText={write}
              inputMode="numeric"
              maxLength={9}
              autoComplete="off"
            />
          </div>
          {plan.kind === 'plan' ? <Planned {...props} {...{ plan, isFault }} /> : rest}
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

/** What is typed for any other number of minutes, from one to four hours. What is wrong is never planned by. */
function useOtherMinutes({ minutes, agenda, onMinutes }: BenchPlanProps) {
  const isOffered = (choice: number) => offered(agenda.usualMinutes).includes(choice);
  const [text, setText] = useState(isOffered(minutes) ? '' : String(minutes));
  const [known, setKnown] = useState(minutes);
  if (minutes !== known) {
    setKnown(minutes);
    // Chosen elsewhere: what was typed is no longer what is planned. "50" is typed by way of "5".
    if (Number(text) !== minutes) setText('');
  }
  return { text, setText, isFault: text.trim() !== '' && !isMinutes(text), write };

  function write(next: string) {
    setText(next);
    if (isMinutes(next)) onMinutes(Number(next));
  }
}

const isMinutes = (text: string) =>
  /^\s*\d+\s*$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_MINUTES;

const VERBS = {
  'begin-softly': 'Begin softly',
  begin: 'Begin',
  refresh: 'Refresh',
  work: 'Work',
  'look-back': 'Look back',
} as const;

type PlannedProps = BenchPlanProps & {
  readonly plan: Extract<Plan, { kind: 'plan' }>;
  /** The number that was typed is none: nothing is started by the one before. */
  readonly isFault: boolean;
};

function Planned({ plan, isFault, practices, agenda, minutes, onChoose }: PlannedProps) {
  const cards = new Map(practices.map((card) => [card.id, card]));
  const first = plan.lines.find(({ practiceId }) => practiceId !== null)?.practiceId ?? null;
  const address = runAddress(plan);
  const others = practices.filter(({ id }) => agenda.places.get(id) !== 'parked');
  const pauses = pausesOf(agenda.agenda);
  const swap = agenda.saysWhatIsNext && others.length > 1;
  return (
    <>
      <ol aria-label="The plan">
        {plan.lines.map((line) => (
          <Step
            key={line.fromMinute}
            line={line}
            card={cards.get(line.practiceId ?? '')}
            today={agenda.today}
            pauses={pauses}
            onSwap={swap ? (id) => void agenda.answer(id, null, minutes) : null}
          />
        ))}
      </ol>
      {hasNotes(plan) && (
        <Suspense fallback={null}>
          <PlanNotes plan={plan} practices={practices} />
        </Suspense>
      )}
      <div className={styles.go}>
        {address !== null && !isFault && (
          <ActionBar>
            <ButtonLink kind="hot" size="big" href={address}>
              Start {plan.minutes} {plan.minutes === 1 ? 'minute' : 'minutes'}
            </ButtonLink>
          </ActionBar>
        )}
        {first !== null && (
          <ChooseYourself {...{ practices, agenda, minutes, onChoose, others }} offeredId={first} />
        )}
      </div>
    </>
  );
}

/** More to say than its lines do. */
function hasNotes({ overMinutes, notReplaced, comeback, week }: PlannedProps['plan']): boolean {
  return overMinutes > 0 || notReplaced.length > 0 || comeback !== null || week !== null;
}

type StepProps = {
  readonly line: PlanLine;
  readonly card: PracticeCard | undefined;
  readonly today: string;
  readonly pauses: ReturnType<typeof pausesOf>;
  /** Another in its minutes, in one tap; null where there is no other, or none is suggested. */
  readonly onSwap: ((practiceId: string) => void) | null;
};

function Step({ line, card, today, pauses, onSwap }: StepProps) {
  const { practiceId } = line;
  const lastDay = card?.lastAttemptAt == null ? null : localDay(new Date(card.lastAttemptAt));
  const reason = toldReason(line.reason, { today, lastDay, pauses });
  return (
    <li className={styles.step}>
      <span className={styles.time}>
        {line.fromMinute}–{line.toMinute} <span className="vh">minutes</span>
      </span>
      <span className={styles.verb}>{VERBS[line.verb]}</span>
      <div className={styles.what}>
        <p className="skillname">
          {practiceId === null ? 'One line' : card?.title}
          {line.isFloor && <span className="cap"> the two-minute version</span>}
        </p>
        <p className={styles.why}>
          {isUsual(reason) ? (
            usualReasonWords(reason)
          ) : (
            <Suspense fallback={'\u00a0'}>
              <RareReason reason={reason} />
            </Suspense>
          )}
        </p>
        <LastLine card={card} isReason={reason.kind === 'your-line'} />
        {practiceId !== null && onSwap !== null && (
          <Button kind="text" className={styles.swap} onClick={() => onSwap(practiceId)}>
            Something else<span className="vh"> instead of {card?.title}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

type LastLineProps = { readonly card: PracticeCard | undefined; readonly isReason: boolean };

/** What the learner left for themselves is read first. */
function LastLine({ card, isReason }: LastLineProps) {
  if (card === undefined || card.lastLine === null || isReason) return null;
  return <p className={styles.why}>Your line: “{firstSentence(card.lastLine, 120)}”</p>;
}

type ChooseYourselfProps = Pick<BenchPlanProps, 'practices' | 'agenda' | 'minutes' | 'onChoose'> & {
  readonly offeredId: string;
  /** Those that are not parked. */
  readonly others: readonly PracticeCard[];
};

/** What it begins with, said by name. It is kept, and respected the next time. */
function ChooseYourself({ practices, agenda, minutes, onChoose, offeredId, others }: ChooseYourselfProps) {
  const [isChoosing, setChoosing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const listId = useId();
  return (
    <>
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
        {isChoosing && (
          <Suspense fallback={null}>
            <PracticeChoice
              practices={agenda.saysWhatIsNext ? others : practices}
              fittingMinutes={agenda.saysWhatIsNext ? minutes : null}
              chosenId={offeredId}
              onChoose={(id) => {
                setChoosing(false);
                opener.current?.focus();
                onChoose(id);
                if (agenda.saysWhatIsNext && id !== offeredId) void agenda.answer(offeredId, id, minutes);
              }}
            />
          </Suspense>
        )}
      </div>
    </>
  );
}
