import { useState } from 'react';
import { EMPHASES } from '../../engine/rub-pat/next-step.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { usePair } from '../../ui/api/use-pair.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import {
  besideSitting,
  bothSitting,
  EMPHASIS,
  SECOND_TASK,
  SECOND_TASKS,
  type SetSitting,
  sittingOf,
  soloSitting,
} from '../../ui/rub-pat/pair-sitting.ts';
import { emphasisKey, reasonWords, stepWords } from '../../ui/rub-pat/pair-words.ts';
import type { ToldPair } from '../../ui/rub-pat/told-pair.ts';
import type { PracticePage } from '../practice/contract.ts';
import type { RunningSession } from './running-session.ts';
import { drawnTask } from './second-task.ts';
import type { RunnerActions } from './use-runner.ts';

type PairFormProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  readonly act: RunnerActions;
  readonly onClose: () => void;
};

type Mode = 'a' | 'b' | 'both' | 'beside';

/** "Rub and pat: next is even throws alone" */
export function PairOffer({ page, onOpen }: Pick<PairFormProps, 'page'> & { readonly onOpen: () => void }) {
  const pair = usePair(page);
  const plan = pair?.plan ?? null;
  return (
    <Button kind="text" onClick={onOpen}>
      Rub and pat{pair !== null && plan !== null && `, next: ${stepWords(pair, plan.next)}`}
    </Button>
  );
}

/** One part, the other, or both: as the plan says, unless the learner says otherwise. */
export function PairForm(props: PairFormProps) {
  const pair = usePair(props.page);
  return pair === null ? null : <Form {...props} pair={pair} />;
}

function Form({ page, session, act, onClose, pair }: PairFormProps & { readonly pair: ToldPair }) {
  const [whole] = page.payoffs;
  const planned = pair.plan === null ? null : sittingOf(pair, pair.plan.next, whole);
  const now = session.held === undefined ? planned : session;
  const [mode, setMode] = useState<Mode>(() => modeOf(pair, now));
  const [emphasis, setEmphasis] = useState(now?.held?.[EMPHASIS] ?? emphasisKey(EMPHASES[1]));
  const [task, setTask] = useState<string>(session.held?.[SECOND_TASK] ?? drawnTask(session.sessionId));
  const isSafe = page.micromastery.safety === null;
  const begin = () => {
    act.chooseWork(chosen());
    onClose();
  };
  const chosen = (): SetSitting => {
    if (mode === 'beside') return besideSitting(task);
    if (mode === 'both') return bothSitting(pair, pair.timing === 'at-once' ? emphasis : null, whole);
    return soloSitting(pair, mode);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      {pair.plan !== null && (
        <p className="small">
          Next by the plan: {stepWords(pair, pair.plan.next)}. {reasonWords(pair, pair.plan.next)}
        </p>
      )}
      <Segmented
        legend="Which of the two"
        isLegendHidden
        segments={[
          { value: 'a', label: sentenceCase(pair.a.name) },
          { value: 'b', label: sentenceCase(pair.b.name) },
          { value: 'both', label: 'Both' },
          ...(isSafe ? [{ value: 'beside', label: 'With a second task' } as const] : []),
        ]}
        value={mode}
        onChoose={setMode}
      />
      {mode === 'both' && pair.timing === 'at-once' && (
        <Segmented
          legend="Where the attention goes"
          segments={EMPHASES.map((one) => ({
            value: emphasisKey(one),
            label:
              one.a === one.b ? 'The same for each' : `Most on ${one.a > one.b ? pair.a.name : pair.b.name}`,
          }))}
          value={emphasis}
          onChoose={setEmphasis}
        />
      )}
      {mode === 'beside' && <TaskField task={task} onTask={setTask} />}
      <p>
        <Button submit>Begin with this</Button>
      </p>
    </form>
  );
}

function TaskField({ task, onTask }: { readonly task: string; readonly onTask: (task: string) => void }) {
  return (
    <Field label="Beside it" hint="Drawn for you, and yours to change">
      {(control) => (
        <select {...control} value={task} onChange={(event) => onTask(event.currentTarget.value)}>
          {SECOND_TASKS.map((one) => (
            <option key={one} value={one}>
              {sentenceCase(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function modeOf(pair: ToldPair, sitting: Pick<RunningSession, 'work' | 'part' | 'held'> | null): Mode {
  if (sitting?.held?.[SECOND_TASK] !== undefined) return 'beside';
  if (sitting?.work === 'part' && sitting.part === pair.a.name) return 'a';
  return sitting?.work === 'part' && sitting.part === pair.b.name ? 'b' : 'both';
}
