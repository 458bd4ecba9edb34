import type { LevelFinding } from '../../engine/experiment/experiment-result.ts';
import { experimentSentence, moreNeededSentence } from '../../engine/experiment/experiment-words.ts';
import { moreNeeded } from '../../engine/experiment/more-needed.ts';
import { mainFinding } from '../../ui/experiments/main-finding.ts';
import { Chip } from '../../ui/parts/Chip.tsx';
import type { Experiment } from './contract.ts';
import styles from './Experiment.module.css';

/** A row for each comparison: what it is good for, what it says, and how many more would settle it. */
export function InWords({ experiment }: { readonly experiment: Experiment }) {
  const { measure, smallest, unit, result, end } = experiment;
  const best = mainFinding(result.findings);
  return (
    <section aria-labelledby="in-words" className={styles.words}>
      <h2 id="in-words">In words</h2>
      <ul className={styles.rows}>
        {result.findings.map((finding) => (
          <li key={finding.level}>
            <span>
              <VerdictChip finding={finding} isBest={finding === best} />
            </span>
            <span>
              {experimentSentence(measure, finding)}
              {finding.verdict === 'no-difference' && ' Do whichever feels kinder.'}
              {finding.verdict === 'not-enough' &&
                end === null &&
                ` ${moreNeededSentence(moreNeeded(finding, smallest, result), unit)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type VerdictChipProps = { readonly finding: LevelFinding; readonly isBest: boolean };

function VerdictChip({ finding: { verdict }, isBest }: VerdictChipProps) {
  switch (verdict) {
    case 'better':
      return <Chip tone="warm">{isBest ? 'Keep it' : 'Better'}</Chip>;
    case 'worse':
      return <Chip tone="cool">Settled, leave it</Chip>;
    case 'no-difference':
      return <Chip tone="cool">Settled, no matter</Chip>;
    case 'not-enough':
      return <Chip>Too soon</Chip>;
    default:
      return verdict satisfies never;
  }
}
