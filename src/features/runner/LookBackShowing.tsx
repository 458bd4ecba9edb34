import { useEffect, useRef } from 'react';
import { newId } from '../../ui/offline/device.ts';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import styles from './LookBack.module.css';
import {
  audienceFault,
  LONGEST_NAME,
  LONGEST_OCCASION,
  LONGEST_QUOTE,
  type Shown,
} from './session-showing.ts';

type Told = Partial<Pick<Shown, 'audience' | 'occasion' | 'quote' | 'quotedFrom'>>;

type LookBackShowingProps = {
  readonly shown: Shown | null;
  readonly onShown: (shown: Shown) => void;
  /** What is written would be lost without how many were there, and the learner wants to go on. */
  readonly isAsked: boolean;
};

/** To how many it was shown, where, and one thing that was said. All of it may be left empty. */
export function LookBackShowing({ shown, onShown, isAsked }: LookBackShowingProps) {
  const audience = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsked) audience.current?.focus();
  }, [isAsked]);
  const told = shown ?? NOTHING_TOLD;
  const tell = (change: Told) =>
    onShown({ ...told, ...change, showingId: shown?.showingId ?? newId(), toldAt: Date.now() });
  return (
    <section className={styles.part} aria-labelledby="the-showing">
      <h2 className="h3" id="the-showing">
        The showing
      </h2>
      <TextField
        label="How many were there"
        hint="With a number it is kept with your evidence"
        inputMode="numeric"
        text={told.audience}
        onText={(audience) => tell({ audience })}
        ref={audience}
        error={audienceFault(told.audience) ?? (isAsked ? ASKED : null)}
        maxLength={7}
      />
      <TextField
        label="Where, or on what occasion"
        text={told.occasion}
        onText={(occasion) => tell({ occasion })}
        maxLength={LONGEST_OCCASION}
      />
      <TextArea
        label="One thing that somebody said"
        text={told.quote}
        onText={(quote) => tell({ quote })}
        maxLength={LONGEST_QUOTE}
        rows={1}
      />
      {told.quote.trim() !== '' && (
        <TextField
          label="Who said it"
          text={told.quotedFrom}
          onText={(quotedFrom) => tell({ quotedFrom })}
          maxLength={LONGEST_NAME}
        />
      )}
    </section>
  );
}

const ASKED = 'Say how many were there, and the rest is kept with it; or take the rest out.';

const NOTHING_TOLD: Shown = {
  showingId: '',
  audience: '',
  occasion: '',
  quote: '',
  quotedFrom: '',
  toldAt: 0,
};
