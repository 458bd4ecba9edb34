import { Fragment } from 'react';
import { firstSentence } from '../../ui/micromastery/first-sentence.ts';
import { minutesWords } from '../../ui/micromastery/minutes-words.ts';
import { useTrickHeldBack } from '../../ui/micromastery/use-trick-held-back.ts';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { Murrina } from '../../ui/parts/Murrina.tsx';
import type { MicromasteryCard, WordMatch } from '../library/contract.ts';
import styles from './Hit.module.css';
import type { OnBench } from './use-bench-ids.ts';

type HitProps = {
  readonly card: MicromasteryCard;
  readonly practice: OnBench | undefined;
  readonly onLook: (micromasteryId: string) => void;
};

/** One match: its way in, and why it is here. */
export function Hit({ card, practice, onLook }: HitProps) {
  const { entryTrick } = card;
  const hasTried = (practice?.attempts ?? 0) > 0;
  const isHeldBack = useTrickHeldBack({ micromasteryId: card.id, trick: entryTrick, hasTried });
  return (
    <li className={styles.hit}>
      <Murrina form="apprentice" sizePixels={44} className={styles.murrina} />
      <div className={styles.words}>
        <h3 className="skillname">{card.title}</h3>
        {entryTrick === null ? (
          <p className={styles.trick}>{firstSentence(card.summary)}</p>
        ) : (
          <p className={styles.trick}>
            <b>Way in:</b> {isHeldBack ? 'try once, then read it.' : firstSentence(entryTrick.text)}
          </p>
        )}
        <p className={`cap ${styles.why}`}>
          <Matches matches={card.matches} />
          {practice === undefined ? takeWords(card.attemptMinutes) : 'On your bench already.'}
        </p>
      </div>
      <ButtonLink
        href={practice === undefined ? `/micromasteries/${card.id}` : `/practices/${practice.id}`}
        className={styles.look}
        aria-label={`Look at ${card.title}`}
        data-hit=""
        onClick={() => onLook(card.id)}
      >
        Look
      </ButtonLink>
    </li>
  );
}

function takeWords(minutes: number | null): string {
  if (minutes === null) return '';
  // So short a take is run against the clock: its length is no guess.
  return `One take is ${minutes < 1 ? '' : 'about '}${minutesWords(minutes)}.`;
}

/** "Matches listening, point." and "Near giving." where only the spelling comes close. */
function Matches({ matches }: { readonly matches: readonly WordMatch[] }) {
  const asTyped = matches.filter((match) => !match.isNear).map((match) => match.typed);
  const near = matches.filter((match) => match.isNear).map((match) => match.word);
  return (
    <>
      <Marked lead="Matches" words={asTyped} />
      <Marked lead="Near" words={near} />
    </>
  );
}

function Marked({ lead, words }: { readonly lead: string; readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <>
      {lead}{' '}
      {[...new Set(words)].map((word, index) => (
        <Fragment key={word}>
          {index > 0 && ', '}
          <mark className={styles.mark}>{word}</mark>
        </Fragment>
      ))}
      .{' '}
    </>
  );
}
