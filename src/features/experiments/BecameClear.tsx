import { useState } from 'react';
import type { Look } from '../../engine/experiment/experiment-result.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { LooksChart } from '../../ui/experiments/LooksChart.tsx';
import { pointsOf, type Standing, shownLooks, standingSince } from '../../ui/experiments/looks-drawing.ts';
import { mainFinding } from '../../ui/experiments/main-finding.ts';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import type { Experiment } from './contract.ts';
import styles from './Experiment.module.css';

type BecameClearProps = { readonly experiment: Experiment; readonly looks: readonly Look[] };

/** With fewer there is no line to draw. */
const FEWEST_LOOKS = 2;

/** How one comparison went from take to take. */
export function BecameClear({ experiment, looks }: BecameClearProps) {
  const { measure, smallest, unit, result } = experiment;
  const [chosen, setChosen] = useState<string | null>(null);
  const level = chosen ?? mainFinding(result.findings)?.level ?? '';
  const finding = result.findings.find((one) => one.level === level);
  const points = pointsOf(looks, level);
  const named = unit === 'attempt' ? 'take' : 'session';
  if (finding === undefined) return null;
  const shown = shownLooks(points, { measure, smallest });
  const first = shown[0]?.n ?? 0;
  const title = `${sentenceCase(level)} against ${finding.against}`;
  return (
    <section aria-labelledby="became-clear">
      <h2 id="became-clear">How it became clear</h2>
      {result.findings.length > 1 && (
        <Segmented
          legend={`Which one, against ${finding.against}`}
          segments={result.findings.map((one) => ({ value: one.level, label: sentenceCase(one.level) }))}
          value={level}
          onChoose={setChosen}
          className={styles.which}
        />
      )}
      {shown.length < FEWEST_LOOKS ? (
        <p className={`small muted ${styles['clear-words']}`}>
          {title}. Its interval is wider than could be drawn so far; once it is narrower, it is here.
        </p>
      ) : (
        <>
          <p className={`small muted ${styles['clear-words']}`}>
            {title}. {standingWords(standingSince(points, smallest), named)}
            {shown.length < points.length && ` Before ${named} ${first} it was wider than this drawing.`}
          </p>
          <LooksChart {...{ title, unit, measure, smallest, points }} />
        </>
      )}
    </section>
  );
}

function standingWords(standing: Standing | null, named: string): string {
  if (standing === null) return 'Its interval still reaches to both sides of 0.';
  const { where, since } = standing;
  switch (where) {
    case 'clear-of-strip':
      return `Its interval has stayed clear of the blue strip since ${named} ${since}.`;
    case 'within-strip':
      return `Its interval has stayed inside the blue strip since ${named} ${since}.`;
    case 'one-side':
      return `Its interval has stayed on one side of 0 since ${named} ${since}, and still reaches into the blue strip.`;
    default:
      return where satisfies never;
  }
}
