import { medianOf } from '../../engine/picture/order-statistics.ts';
import { middleWords } from '../../engine/picture/takes-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { usualWords } from '../../engine/session/finding-sentence.ts';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import type { Payoff } from '../practice/contract.ts';
import styles from './LookBack.module.css';
import type { Aim, Outcome } from './session-aim.ts';
import { outcomeWords } from './session-words.ts';
import type { UsualRange } from './use-session-finding.ts';

const OUTCOMES: readonly Outcome[] = ['better', 'same', 'worse', 'not-tried'];
const LONGEST_NOTE = 500;

type LookBackAimProps = {
  readonly aim: Aim;
  readonly payoff: Payoff;
  /** Of the scored takes of this session. */
  readonly values: readonly number[];
  readonly usual: UsualRange | null;
  /** What the takes say stands on the page already. */
  readonly isMiddleSaid: boolean;
  readonly onAim: (aim: Aim) => void;
};

/** What came of the one thing to change, as the learner saw it; beside it, what the takes say. */
export function LookBackAim({ aim, payoff, values, usual, isMiddleSaid, onAim }: LookBackAimProps) {
  const { result } = aim;
  const tell = (change: { outcome?: Outcome; note?: string }) => {
    const outcome = change.outcome ?? result?.outcome;
    if (outcome === undefined) return;
    onAim({ ...aim, result: { outcome, note: change.note ?? result?.note ?? '', toldAt: Date.now() } });
  };
  const takes = isMiddleSaid ? null : aimTakesWords(payoff, values, usual);
  return (
    <section className={styles.part} aria-labelledby="one-thing">
      <h2 className="h3" id="one-thing">
        To change: <q>{aim.text}</q>
      </h2>
      <Segmented
        legend="How it was, as you saw it"
        segments={OUTCOMES.map((value) => ({ value, label: outcomeWords(value) }))}
        value={result?.outcome ?? null}
        onChoose={(outcome) => tell({ outcome })}
      />
      {takes !== null && <p className="small">{takes}</p>}
      {result !== null && (
        <TextField
          label="A word on it"
          text={result.note}
          onText={(note) => tell({ note })}
          maxLength={LONGEST_NOTE}
        />
      )}
    </section>
  );
}

/** A description of this session against the usual, each with its number of takes; no cause is claimed. */
export function aimTakesWords(
  payoff: Payoff,
  values: readonly number[],
  usual: UsualRange | null,
): string | null {
  if (values.length === 0) return null;
  const held = payoff.kind === 'pass' ? values.filter((value) => value === 1).length : null;
  const today = middleWords(payoff, { n: values.length, median: medianOf(values), held });
  const before =
    usual === null
      ? 'Too few takes before it to say what is usual.'
      : `Before, ${usualWords(payoff, { q25: usual.low, q75: usual.high, nBefore: usual.n, heldBefore: usual.held })}.`;
  return `What the takes say: ${sentenceCase(today)}. ${before} One session says little.`;
}
