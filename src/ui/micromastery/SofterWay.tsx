import type { PracticeCard } from '../../features/practice/contract.ts';
import { ButtonLink } from '../parts/ButtonLink.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import styles from './SofterWay.module.css';

/** For a pressed day: the smallest version that still counts. */
export function SofterWay({ card }: { readonly card: Pick<PracticeCard, 'id' | 'title' | 'floor'> }) {
  return (
    <Sheet kind="soft" className={styles.softer}>
      <h3>A softer way in</h3>
      <p className={styles.floor}>{card.floor ?? 'One take, however small.'}</p>
      <p className="small muted">{card.title}. Two minutes, and it counts.</p>
      <p className={styles.action}>
        <ButtonLink href={`/practices/${card.id}/run?floor=1`}>Take the two-minute version</ButtonLink>
      </p>
    </Sheet>
  );
}
