import { useSupport } from '../api/use-support.ts';
import { readback } from './readback.ts';
import styles from './Support.module.css';

type SupportReadbackProps = { readonly practiceId: string; readonly onOpen: () => void };

/** Before the first take: what the learner put around it, read back in a few lines, which open whole. */
export function SupportReadback({ practiceId, onOpen }: SupportReadbackProps) {
  const { support } = useSupport(practiceId);
  const parts = readback(support);
  return (
    <button type="button" aria-haspopup="dialog" className={styles.readback} onClick={onOpen}>
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
