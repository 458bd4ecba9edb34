import type { PracticeCard } from '../../features/practice/contract.ts';
import { ButtonLink } from '../parts/ButtonLink.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import styles from './SofterWay.module.css';

/** For a pressed day: the smallest version that still counts. */
export function SofterWay({ card }: { readonly card: Pick<PracticeCard, 'id' | 'title' | 'floor'> }) {
  return (
    <Sheet kind="soft" className={styles.softer}>
      <h3>A softer way in</h3>
      <SofterBody card={card} of={`${card.title}. `} />
    </Sheet>
  );
}

type SofterBodyProps = {
  readonly card: Pick<PracticeCard, 'id' | 'floor'>;
  /** Whose it is, where that is not said above it. */
  readonly of?: string;
};

export function SofterBody({ card, of = '' }: SofterBodyProps) {
  return (
    <>
      <p className={styles.floor}>
        {card.floor ?? 'One take, however small.'}{' '}
        <span className="small muted">{of}Two minutes, and it counts.</span>
      </p>
      <p className={styles.action}>
        <ButtonLink href={`/practices/${card.id}/run?floor=1`}>Take the two-minute version</ButtonLink>
      </p>
    </>
  );
}
