import { type RefObject, useEffect, useRef } from 'react';
import { TextArea } from '../../ui/parts/TextArea.tsx';

type WordsOfFormProps = {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly most: number;
  /** What they belong to was only just added: the keyboard goes on here. */
  readonly isNew: boolean;
  /** Whether it was to be saved already. */
  readonly isAsked: boolean;
  /** What to do where there are none. */
  readonly fault: string;
};

/** The words of a picture or a recording. That they are missing is not said before they could be written. */
export function WordsOfForm(props: WordsOfFormProps) {
  const { label, hint, text, onText, most, isNew, isAsked, fault } = props;
  const place = useRef<HTMLDivElement>(null);
  useKeyboardTaken(place, isNew);
  const isMissing = text.trim() === '' && (isAsked || !isNew);
  return (
    <div ref={place}>
      <TextArea
        label={label}
        hint={hint}
        text={text}
        onText={onText}
        maxLength={most}
        rows={2}
        error={isMissing ? fault : null}
      />
    </div>
  );
}

/**
 * The dialog in which it was added holds the keyboard until it is gone, and gives it back to where it was opened: from
 * there the field takes it over, unless a key or a finger was quicker.
 */
function useKeyboardTaken(place: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useEffect(() => {
    const field = place.current?.querySelector('textarea');
    if (!isWanted || !field) return;
    const end = () => {
      document.removeEventListener('focusin', takeOver);
      for (const type of ['keydown', 'pointerdown']) document.removeEventListener(type, end);
    };
    const takeOver = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target === field || target.closest('[role="dialog"]') !== null)
        return;
      end();
      field.focus();
    };
    document.addEventListener('focusin', takeOver);
    for (const type of ['keydown', 'pointerdown']) document.addEventListener(type, end);
    field.focus();
    return end;
  }, [place, isWanted]);
}
