import { Chip } from './Chip.tsx';
import styles from './OfflineChip.module.css';

type OfflineChipProps = {
  readonly isOffline: boolean;
  /** Takes that only this device has so far. */
  readonly keptCount: number;
};

/**
 * Counts what is kept on this device and not yet at home. Its place is always on the page, empty while there is
 * nothing to say, so that a change is announced.
 */
export function OfflineChip({ isOffline, keptCount }: OfflineChipProps) {
  const noun = keptCount === 1 ? 'take ' : 'takes ';
  return (
    <span role="status" className={styles.place}>
      {(isOffline || keptCount > 0) && (
        <Chip tone="offline">
          <span>
            {isOffline ? 'Offline' : 'Sending'}
            {keptCount > 0 && (
              <>
                , {keptCount} <span className={styles.noun}>{noun}</span>kept here
              </>
            )}
          </span>
        </Chip>
      )}
    </span>
  );
}
