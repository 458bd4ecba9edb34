import { lazy, Suspense, useState } from 'react';
import { sentenceCase } from '../../engine/sentence-case.ts';
import type { PracticePage } from '../../features/practice/contract.ts';
import { usePair } from '../api/use-pair.ts';
import { Button } from '../parts/Button.tsx';
import { ButtonLink } from '../parts/ButtonLink.tsx';
import { Fold } from '../parts/Fold.tsx';
import { FoldedLine } from '../parts/FoldedLine.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { measuredAsWords } from '../payoff/payoff-words.ts';
import { CostChart } from './CostChart.tsx';
import {
  autopilotWords,
  combinedWords,
  costWords,
  longSoloWords,
  reasonWords,
  stepWords,
} from './pair-words.ts';
import styles from './RubPat.module.css';
import { PARTS, type ToldPair } from './told-pair.ts';

/** Only who calls, drills or measures them otherwise. */
const RubPatForm = lazy(async () => ({ default: (await import('./RubPatForm.tsx')).RubPatForm }));

/** The two parts that fight: what comes next and why, what they cost each other, and whether the skill runs by itself. */
export function RubPatSection({ page }: { readonly page: PracticePage }) {
  const pair = usePair(page);
  const [isEditing, setEditing] = useState(false);
  if (pair === null) return null;
  const { plan } = pair;
  const next = plan === null ? null : stepWords(pair, plan.next);
  const isKnown = pair.costs.some(({ a, b }) => a.kind === 'cost' || b.kind === 'cost');
  return (
    <Fold id="rub-pat" title="Rub and pat" gist={next === null ? null : `next: ${next}`}>
      <div className={styles.section}>
        {isEditing ? (
          <Suspense fallback={null}>
            <RubPatForm page={page} pair={pair} onDone={() => setEditing(false)} />
          </Suspense>
        ) : (
          <>
            <Next page={page} pair={pair} />
            <RuledList label="The two parts">
              {PARTS.map((part) => (
                <li key={part}>
                  <Part pair={pair} part={part} />
                </li>
              ))}
            </RuledList>
            {isKnown && <CostChart pair={pair} />}
            <Combined pair={pair} />
            <ByItself page={page} pair={pair} />
            <Button kind="text" onClick={() => setEditing(true)}>
              Call or measure them otherwise
            </Button>
          </>
        )}
      </div>
    </Fold>
  );
}

type TellingProps = { readonly page: PracticePage; readonly pair: ToldPair };

function Next({ page, pair }: TellingProps) {
  const { plan } = pair;
  const long = longSoloWords(pair);
  if (plan === null) {
    return (
      <p>
        {page.payoffs.length === 0
          ? 'Once you have set a payoff, the two parts can be held against it.'
          : 'Your payoff is best within a range, so no part of it can be told better from worse. Give each part a measure of its own.'}
      </p>
    );
  }
  return (
    <>
      <p>
        <span className={styles.next}>Next: {stepWords(pair, plan.next)}.</span>{' '}
        {reasonWords(pair, plan.next)}
      </p>
      {long !== null && <p className="small">{long}</p>}
      <p className={styles.row}>
        <ButtonLink href={`/practices/${page.card.id}/run?pair=next`}>Practise this</ButtonLink>
        <span className="small muted">Or choose another way under “Set up”.</span>
      </p>
    </>
  );
}

function Part({ pair, part }: { readonly pair: ToldPair; readonly part: 'a' | 'b' }) {
  const { name, soloDrill, designMeasure, own } = pair[part];
  const measured = own === null ? 'Measured as the whole is' : measuredAsWords(own).replace(/\.$/, '');
  const cost = pair.plan?.combined[part];
  return (
    <>
      <b className={styles.part}>{sentenceCase(name)}</b>
      <span className={styles.part}>Alone: {soloDrill}</span>
      <span className="cap">
        {measured}.{own === null && designMeasure !== null && ` The design suggests: ${designMeasure}.`}
      </span>
      {cost?.kind === 'cost' && (
        <span className={`small ${styles.part}`}>Both together cost it {costWords(cost)}.</span>
      )}
    </>
  );
}

function Combined({ pair }: { readonly pair: ToldPair }) {
  const words = combinedWords(pair);
  return words === null ? null : <p>{words}</p>;
}

/** Told where it was tried; asked for where the two are combined, or whenever the learner likes. Never beside what can hurt. */
function ByItself({ page, pair }: TellingProps) {
  const { autopilot } = pair;
  if (autopilot === null || page.micromastery.safety !== null) return null;
  const isTried = autopilot.kind !== 'too-few-attempts' || autopilot.beside > 0;
  const body = (
    <>
      <p>{autopilotWords(autopilot)}</p>
      <ButtonLink href={`/practices/${page.card.id}/run?pair=beside`}>
        Three takes with a second task
      </ButtonLink>
    </>
  );
  if (isTried || pair.combinedOn !== null) return body;
  return (
    <FoldedLine line="Does it run by itself?">
      <p className="small">
        Do it while something light runs beside it, such as counting backwards. Those takes have a picture of
        their own and count for nothing else.
      </p>
      {body}
    </FoldedLine>
  );
}
