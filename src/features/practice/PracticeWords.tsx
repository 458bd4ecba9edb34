import { Fold } from '../../ui/parts/Fold.tsx';
import { FoldedLine } from '../../ui/parts/FoldedLine.tsx';
import { type FirstSuccessTime, toldOf } from '../../ui/payoff/told-words.ts';
import type { DrawnProps } from './DrawnPicture.tsx';
import styles from './PracticeWords.module.css';
import { WhatIsLeft } from './WhatIsLeft.tsx';

type PracticeWordsProps = DrawnProps & { readonly firstSuccess: FirstSuccessTime | null };

/** What is left of it, and what the takes say, for reading, and for those who do not see the drawing. */
export function PracticeWords({ card, payoff, picture, firstSuccess }: PracticeWordsProps) {
  const { first, more } = toldOf(payoff, picture, firstSuccess);
  const hasShift = (picture.shifts ?? []).length > 0;
  return (
    <>
      <WhatIsLeft card={card} payoff={payoff} now={Date.now()} />
      <Fold id="in-words" title="In words">
        <Sentences sentences={first} />
        {(more.length > 0 || hasShift) && (
          <FoldedLine line="More of the numbers">
            <Sentences sentences={more} />
            {hasShift && (
              <p className="cap">
                Where nothing changes, up to one practice in five shows a change by chance.
              </p>
            )}
          </FoldedLine>
        )}
      </Fold>
    </>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
