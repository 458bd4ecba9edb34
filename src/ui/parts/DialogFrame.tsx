import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import { CrossIcon } from './CrossIcon.tsx';
import styles from './DialogFrame.module.css';

export type DialogProps = {
  readonly isOpen: boolean;
  /** Escape, the cross, or a press outside. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at its foot. */
  readonly actions?: ReactNode;
};

/** Where there is something to write, one begins to write. */
const FIRST_FIELD = 'textarea, input:not([type="radio"])';

function canTakeBack(opener: Element | null): boolean {
  return opener?.isConnected === true && opener !== document.body;
}

/** Opened by a key of the page, or from what is gone since: the keyboard goes on at the head of the screen. */
function screenHeading(): HTMLElement | true {
  return document.querySelector<HTMLElement>('main [data-screen-heading]') ?? true;
}

/** The part of a Dialog that is fetched when needed: focus is held inside, the page behind stands still. */
export function DialogFrame({ isOpen, onClose, title, children, actions }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(willBeOpen) => willBeOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={styles.popup}
          initialFocus={() => {
            opener.current = document.activeElement;
            return popup.current?.querySelector<HTMLElement>(FIRST_FIELD) ?? true;
          }}
          finalFocus={() => canTakeBack(opener.current) || screenHeading()}
        >
          <div className={styles.head}>
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className={styles.close} aria-label="Close">
              <CrossIcon />
            </Dialog.Close>
          </div>
          {children}
          {actions && <div className={`row ${styles.actions}`}>{actions}</div>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
