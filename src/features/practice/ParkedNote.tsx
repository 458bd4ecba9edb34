import { countWords } from '../../engine/picture/count-words.ts';
import { usePlaces } from '../../ui/agenda/use-places.ts';
import { Note } from '../../ui/parts/Note.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import styles from './PracticeHead.module.css';

/** It was put on a bench that is full: said in the same moment, with the way to have it otherwise. */
export function ParkedNote({ practiceId }: { readonly practiceId: string }) {
  const { places } = usePlaces();
  if (places.get(practiceId) !== 'parked') return null;
  const flying = [...places.values()].filter((place) => place !== 'parked').length;
  return (
    <Note className={styles.version} role="status">
      <p>
        It waits in the parking lot, since {countWords(flying)} are in flight, as many as you wanted at once.
        It is not planned there, and you can practise it all the same.{' '}
        <PageLink href="#your-way">Choose another place</PageLink>
      </p>
    </Note>
  );
}
