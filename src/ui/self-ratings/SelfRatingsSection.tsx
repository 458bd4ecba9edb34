import { calibrationOf, calibrationSentence } from '../../engine/judging/calibration.ts';
import {
  calibrationCourse,
  cameOffBySureness,
  courseSentence,
} from '../../engine/judging/calibration-course.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import { useSelfRatings } from '../api/use-self-ratings.ts';
import { Button } from '../parts/Button.tsx';
import { Fold } from '../parts/Fold.tsx';
import { setSetting, useSettings } from '../settings.ts';
import { ForetoldChart } from './ForetoldChart.tsx';
import { foretoldTakes } from './foretold.ts';
import styles from './Sureness.module.css';
import { SurenessChart } from './SurenessChart.tsx';
import { sittingWords } from './sitting-words.ts';

type SelfRatingsSectionProps = {
  readonly practiceId: string;
  readonly payoffs: readonly Payoff[];
};

/** Whether the learner knows beforehand how a take turns out, and how sittings were. Nobody else sees any of it. */
export function SelfRatingsSection({ practiceId, payoffs }: SelfRatingsSectionProps) {
  const known = useSelfRatings(practiceId);
  const { asksHowSure } = useSettings();
  const [payoff] = payoffs;
  if (known === null || payoff === undefined) return null;
  const takes = foretoldTakes(known.ratings, payoffs);
  const sittings = sittingWords(known.sittings);
  const isOff = asksHowSure === 'never';
  return (
    <Fold
      id="how-sure"
      title="How sure you are"
      gist={takes.length > 0 ? `${takes.length} foretold` : isOff ? 'not asked' : 'nothing yet'}
      isOpenAtFirst={takes.length > 0 ? undefined : false}
    >
      <div className={styles.section}>
        {takes.length > 0 && (
          <>
            <p>{calibrationSentence(calibrationOf(takes))}</p>
            <Course takes={takes} />
            <SurenessChart all={cameOffBySureness(takes)} />
            <ForetoldChart measure={payoff} takes={takes} />
          </>
        )}
        {sittings.length > 0 && (
          <ul className="small">
            {sittings.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {isOff ? (
          <>
            <p className="small muted">
              One tap before a take, and in time you see whether you know how it will turn out. Only you see
              it.
            </p>
            <Button onClick={() => void setSetting('asksHowSure', 'every-take')}>Ask me before takes</Button>
          </>
        ) : (
          takes.length === 0 && (
            <p className="small muted">
              You are asked before takes. What you say is held against the target once a take has a score.
            </p>
          )
        )}
      </div>
    </Fold>
  );
}

function Course({ takes }: { readonly takes: ReturnType<typeof foretoldTakes> }) {
  const words = courseSentence(calibrationCourse(takes));
  return words === null ? null : <p>{words}</p>;
}
