import { useState } from 'react';
import { sentenceCase } from '../../engine/sentence-case.ts';
import type { Work } from '../../engine/session/work.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { useSettings } from '../../ui/settings.ts';
import type { PracticePage } from '../practice/contract.ts';
import { type AimOffer, aimOffers, partOffers } from './aim-offers.ts';
import { LONGEST_PART, partName } from './part-name.ts';
import styles from './RunnerSetup.module.css';
import type { RunningSession } from './running-session.ts';
import { LONGEST_AIM } from './session-aim.ts';
import type { RunnerActions } from './use-runner.ts';

type FormProps = {
  readonly page: PracticePage;
  readonly session: RunningSession;
  readonly act: RunnerActions;
  readonly onClose: () => void;
};

const WORK_WORDS: readonly { readonly value: Work; readonly label: string }[] = [
  { value: 'whole', label: 'The whole' },
  { value: 'part', label: 'A part' },
  { value: 'showing', label: 'A showing' },
  { value: 'play', label: 'Mess it up' },
];
const WORK_NOTES: Readonly<Record<Work, string>> = {
  whole: 'From its beginning to its end.',
  part: 'One part on its own. Its takes have a picture of their own, and the target is not counted.',
  showing: 'Before others. It counts towards the target, and has a picture of its own.',
  play: 'Backwards, left-handed, worst on purpose. Logged, never scored, and nothing goes lower for it.',
};

export function WorkForm({ page, session, act, onClose }: FormProps) {
  const { plays } = useSettings();
  const [work, setWork] = useState(session.work);
  const offered = WORK_WORDS.filter(({ value }) => plays || value !== 'play' || session.work === 'play');
  const [typed, setTyped] = useState(session.part ?? '');
  const choose = (part: string | null) => {
    act.chooseWork({ work, part });
    onClose();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        choose(work === 'part' ? partName(typed) : null);
      }}
    >
      <Segmented legend="Kind of session" isLegendHidden segments={offered} value={work} onChoose={setWork} />
      <p className="small muted">{WORK_NOTES[work]}</p>
      {work === 'part' && (
        <>
          <div className={styles.offers}>
            {partOffers(page.micromastery).map((name) => (
              <Button key={name} onClick={() => choose(name)}>
                {sentenceCase(name)}
              </Button>
            ))}
          </div>
          <TextField label="Which part" text={typed} onText={setTyped} maxLength={LONGEST_PART} />
        </>
      )}
      <p>
        <Button submit>Begin with this</Button>
      </p>
    </form>
  );
}

export function AimForm({ page, session, act, onClose }: FormProps) {
  const [typed, setTyped] = useState(session.aim?.text ?? '');
  const take = ({ text, level }: AimOffer) => {
    if (text !== session.aim?.text) act.setAim(text);
    if (level !== null) act.setLevel(level);
    onClose();
  };
  const keepTyped = () => {
    const text = typed.trim();
    if (text === '') leaveOut();
    else take({ text, level: null });
  };
  const leaveOut = () => {
    if (session.aim !== null && session.takes.length === 0) act.setAim(null);
    onClose();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        keepTyped();
      }}
    >
      <TextField label="In your words" text={typed} onText={setTyped} maxLength={LONGEST_AIM} />
      <p>
        <Button submit>Change this</Button>{' '}
        <Button kind="text" onClick={leaveOut}>
          Not this time
        </Button>
      </p>
      <div className={styles.offers}>
        {aimOffers(page.micromastery, page.lastAim ?? null).map((offer) => (
          <Button key={offer.text} onClick={() => take(offer)}>
            {sentenceCase(offer.text)}
          </Button>
        ))}
      </div>
    </form>
  );
}
