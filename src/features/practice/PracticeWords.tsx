import { courseSentence, shiftSentence } from '../../ui/payoff/course-words.ts';
import { outlookSentences } from '../../ui/payoff/outlook-words.ts';
import { pictureWords } from '../../ui/payoff/picture-words.ts';
import type { DrawnProps } from './DrawnPicture.tsx';
import styles from './PictureBlock.module.css';
import { UnlikelyTakes } from './UnlikelyTakes.tsx';
import type { TakeBack } from './use-take-back.ts';

type PracticeWordsProps = DrawnProps & { readonly taking: TakeBack };

/** The takes in words: what they say, and where they are heading. */
export function PracticeWords({ taking, ...props }: PracticeWordsProps) {
  return (
    <div className={styles.told}>
      <PictureWords {...props} />
      <CourseWords {...props} />
      <OutlookWords {...props} />
      <UnlikelyTakes {...props} taking={taking} />
    </div>
  );
}

/** What else the takes say, as sentences: for reading, and for those who do not see the drawing. */
function PictureWords({ card, payoff, picture }: DrawnProps) {
  const { sentences, note } = pictureWords(card, payoff, picture);
  // The first stands above the drawing.
  const further = sentences.slice(1);
  if (further.length === 0) return null;
  return (
    <section className={styles.words} aria-labelledby="in-words">
      <h2 className="h3" id="in-words">
        In words
      </h2>
      <ul className={styles.sentences}>
        {further.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {note !== null && <p className="cap">{note}</p>}
    </section>
  );
}

/** Whether practice still brings something, and since when takes come out otherwise. */
function CourseWords({ payoff, picture }: DrawnProps) {
  const { course, shifts = [] } = picture;
  const told = course === undefined ? null : courseSentence(payoff, course);
  if (told === null) return null;
  return (
    <section className={styles.words} aria-labelledby="course">
      <h2 className="h3" id="course">
        Gaining, or a plateau
      </h2>
      <ul className={styles.sentences}>
        <li>{told}</li>
        {shifts.map((shift) => (
          <li key={shift.number}>{shiftSentence(shift)}</li>
        ))}
      </ul>
      {shifts.length > 0 && (
        <p className="cap">Where nothing changes, up to one practice in five shows a change by chance.</p>
      )}
    </section>
  );
}

/** Where the takes are heading, in words that degrade to "too early to say". */
function OutlookWords({ payoff, picture }: DrawnProps) {
  const { outlook, drawn, met } = picture;
  const last = drawn.kind === 'points' ? drawn.points.at(-1)?.at : drawn.bins.at(-1)?.lastAt;
  if (outlook === undefined || last === undefined) return null;
  return (
    <section className={styles.words} aria-labelledby="what-comes">
      <h2 className="h3" id="what-comes">
        What comes next
      </h2>
      <ul className={styles.sentences}>
        {outlookSentences(payoff, outlook, { lastAt: last, isMet: met.metAt !== null }).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {outlook.kind === 'outlook' && (
        <p className="cap">
          If practice goes on as it has. It knows only your takes, and is redrawn with each.
        </p>
      )}
    </section>
  );
}
