import { sentenceCase } from '../../engine/sentence-case.ts';
import { useLibrary } from '../../ui/api/use-library.ts';
import { minutesWords } from '../../ui/micromastery/minutes-words.ts';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import styles from './GoodBeginnings.module.css';
import { goodBeginnings } from './good-beginnings.ts';

/** Three of the library that can be tried at once, each with its way in. Where the library is out of reach, nothing. */
export function GoodBeginnings() {
  const { value: library, error } = useLibrary();
  if (library === undefined)
    return error === null ? <Loading what="Looking through the library" lines={6} /> : null;
  const beginnings = goodBeginnings(library.micromasteries);
  if (beginnings.length === 0) return null;
  return (
    <section aria-labelledby="good-beginnings">
      <h2 id="good-beginnings">Small things that fit into five minutes</h2>
      <ul className={styles.list}>
        {beginnings.map(({ id, title, fields, entryTrick, attemptMinutes }) => (
          <li key={id} className={styles.one}>
            <h3 className="skillname">{title}</h3>
            <p className={styles.trick}>
              <b>Way in:</b> {entryTrick.text}
            </p>
            <p className="cap">
              {sentenceCase(fields[0] ?? '')}. One take is about {minutesWords(attemptMinutes)}.
            </p>
            <ButtonLink
              href={`/micromasteries/${id}`}
              className={styles.look}
              aria-label={`Look at ${title}`}
            >
              Look
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
