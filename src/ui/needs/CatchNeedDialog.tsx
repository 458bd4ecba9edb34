import { type FocusEvent, type FormEvent, type KeyboardEvent, useState } from 'react';
import { caughtNeed, fitting, NEED_LETTERS } from '../../features/needs/caught-contract.ts';
import type { NeedBody } from '../../features/needs/contract.ts';
import { newId } from '../offline/device.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { HelpInDistress } from '../parts/HelpInDistress.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { type Notice, UndoBar } from '../parts/UndoBar.tsx';
import styles from './CatchNeedDialog.module.css';
import { keepCaught } from './catch-need.ts';
import { HORIZON_SEGMENTS } from './need-words.ts';

/** Long enough to be read, and gone before the next need is caught. */
const NOTICE_SECONDS = 5;

type CatchNeedDialogProps = {
  readonly isOpen: boolean;
  /** What was typed while this was being fetched; the field takes it over. */
  readonly early: { current: string | null };
  readonly onClose: () => void;
};

/** One field, and Enter keeps it. What was typed and not kept is there again the next time. */
export function CatchNeedDialog({ isOpen, early, onClose }: CatchNeedDialogProps) {
  const [text, setText] = useState('');
  const [horizon, setHorizon] = useState<NeedBody['horizon']>('now');
  const [error, setError] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);

  function keep(event: FormEvent) {
    event.preventDefault();
    const need = caughtNeed({ text: fitting(text), horizon, raisedAt: new Date().toISOString() });
    if (need.text === '') return setError('Say it in a few words, and Enter keeps it.');
    // Before it is durable, so that a second press does not keep it twice.
    close();
    setText('');
    setHorizon('now');
    void keepCaught(need).then((fault) => setNotice({ id: newId(), text: fault ?? 'Kept.' }));
  }

  /** Where the person is: behind what is there from the last time, and behind what they have typed meanwhile. */
  function goOn({ currentTarget: area }: FocusEvent<HTMLTextAreaElement>) {
    const typed = early.current ?? '';
    early.current = '';
    if (typed !== '') setText((before) => before + typed);
    else if (area.selectionEnd === 0) area.setSelectionRange(area.value.length, area.value.length);
  }

  function close() {
    setError(null);
    onClose();
  }

  return (
    <>
      <Dialog isOpen={isOpen} onClose={close} title="Catch a need">
        <form className="stack" onSubmit={keep} noValidate>
          <TextArea
            label="What do you need to be able to do?"
            hint="In your words. Enter keeps it."
            text={text}
            onText={(typed) => {
              setText(typed);
              setError(null);
            }}
            onFocus={goOn}
            onKeyDown={keepOnEnter}
            error={error}
            maxLength={NEED_LETTERS}
            dir="auto"
            rows={1}
            enterKeyHint="done"
          />
          <HelpInDistress texts={[text]} />
          <Segmented
            legend="How far off is it?"
            segments={HORIZON_SEGMENTS}
            value={horizon}
            onChoose={setHorizon}
          />
          <p>
            <Button submit>Keep this need</Button>
          </p>
        </form>
      </Dialog>
      <div className={styles.notice}>
        <UndoBar notice={notice} onDone={() => setNotice(null)} seconds={NOTICE_SECONDS} />
      </div>
    </>
  );
}

function keepOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  // A key that is held down means it once.
  if (!event.repeat) event.currentTarget.form?.requestSubmit();
}
