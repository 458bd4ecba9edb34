import { Note } from '../parts/Note.tsx';

/** The first thing on the page after everything was erased: that it is done, and what is left. */
export function ErasedNotice() {
  return (
    <Note>
      <p role="status">
        <b>Everything of yours is erased,</b> at home and on this device. What is left is that a space was
        erased, and when. What you see now is empty and new.
      </p>
    </Note>
  );
}
