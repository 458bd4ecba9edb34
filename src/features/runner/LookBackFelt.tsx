import { countsTogether } from '../../engine/session/work.ts';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { SurenessKeys } from '../../ui/self-ratings/SurenessKeys.tsx';
import { targetPhrase } from '../../ui/self-ratings/target-phrase.ts';
import { useSettings } from '../../ui/settings.ts';
import type { Payoff } from '../practice/contract.ts';
import styles from './LookBack.module.css';
import { type RunningSession, standingTakes } from './running-session.ts';
import type { SessionFlow } from './session-sure.ts';
import type { RunnerActions } from './use-runner.ts';

type LookBackFeltProps = {
  readonly session: RunningSession;
  readonly payoff: Payoff;
  readonly act: RunnerActions;
};

const FIVE = [1, 2, 3, 4, 5] as const;
const ABSORBED = ['Not at all', 'A little', 'Partly', 'Mostly', 'Wholly'] as const;
const HARD = ['Far too easy', 'Easy', 'As much as I could', 'Hard', 'Far too hard'] as const;

/** For who wants to be asked: how sure they are now, and how the sitting was. All of it may be left out. */
export function LookBackFelt({ session, payoff, act }: LookBackFeltProps) {
  const { asksHowSure, asksHowItWas } = useSettings();
  const last = standingTakes(session).at(-1);
  const { low, high } = payoff.target;
  const isSureAsked =
    asksHowSure !== 'never' && countsTogether(session.work, 'whole') && (low !== null || high !== null);
  if (last === undefined || (!isSureAsked && !asksHowItWas)) return null;
  const { absorbed = null, hard = null } = session.flow ?? {};
  const tellFlow = (said: Partial<SessionFlow>) =>
    act.tell({ flow: { absorbed, hard, ...said, at: Date.now() } });
  return (
    <section className={styles.part} aria-labelledby="felt">
      <h2 className="h3" id="felt">
        How it was
      </h2>
      {isSureAsked && (
        <SurenessKeys
          question={`And now: how sure are you that the next take ${targetPhrase(payoff)}?`}
          sure={session.sure?.sure ?? null}
          onSure={(sure) => act.tell({ sure: { sure, afterAttemptId: last.attemptId, at: Date.now() } })}
        />
      )}
      {asksHowItWas && (
        <>
          <FivePoint
            legend="How absorbed were you?"
            words={ABSORBED}
            value={absorbed}
            onChoose={(value) => tellFlow({ absorbed: value })}
          />
          <FivePoint
            legend="How hard was it for you?"
            words={HARD}
            value={hard}
            onChoose={(value) => tellFlow({ hard: value })}
          />
        </>
      )}
    </section>
  );
}

type FivePointProps = {
  readonly legend: string;
  readonly words: readonly string[];
  readonly value: number | null;
  readonly onChoose: (value: number) => void;
};

function FivePoint({ legend, words, value, onChoose }: FivePointProps) {
  return (
    <Segmented
      legend={legend}
      segments={FIVE.map((point) => ({ value: String(point), label: words[point - 1] ?? '' }))}
      value={value === null ? null : String(value)}
      onChoose={(point) => onChoose(Number(point))}
    />
  );
}
