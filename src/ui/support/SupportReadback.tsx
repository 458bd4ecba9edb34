import { useSupport } from '../api/use-support.ts';
import { readback } from './readback.ts';
import styles from './Support.module.css';

type SupportReadbackProps = {
  readonly practiceId: string;
  /** What is in place today was said already: the way to it, and nothing of what holds otherwise. */
  readonly isDoorOnly: boolean;
  readonly onOpen: () => void;
};

/** Before the first take: what the learner put around it, read back which opens whole. */
export function SupportReadback({ practiceId, isDoorOnly, onOpen }: SupportReadbackProps) {
  const { support } = useSupport(practiceId);
  const parts = isDoorOnly ? [] : readback(support);
  return (
    <button type="button" className={styles.readback} onClick={onOpen}>
      <span className={styles.door}>In place and at hand</span>
      {parts.length > 0 && (
        <span className={styles.back} dir="auto">
          {parts.map(({ lead, said }) => (
            <span key={lead}>
              <span className="cap">{lead}</span> {said}{' '}
            </span>
          ))}
        </span>
      )}
    </button>
  );
}
