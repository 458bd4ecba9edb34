import { Dialog } from '@base-ui/react/dialog';
import type { DialogProps } from './Dialog.tsx';
import styles from './DialogFrame.module.css';

/** The part of a Dialog that is fetched when needed: focus is held inside, the page behind stands still. */
export function DialogFrame({ isOpen, onClose, title, children, actions }: DialogProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(willBeOpen) => willBeOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <div className={styles.head}>
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className={styles.close} aria-label="Close">
              <svg
                viewBox="0 0 24 24"
                width="24"
                height="24"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.8"
                aria-hidden="true"
              >
                <path d="M5 5l14 14M19 5 5 19" />
              </svg>
            </Dialog.Close>
          </div>
          {children}
          {actions && <div className={`row ${styles.actions}`}>{actions}</div>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
