import { type KeyboardEvent, useId, useState } from 'react';
import { wordsForFind } from '../../ui/micromastery/need-in-hand.ts';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { goTo } from '../../ui/shell/navigation.ts';
import { SampleLink } from '../../ui/shell/SampleLink.tsx';
import { NEED_LETTERS } from '../needs/caught-contract.ts';
import { BenchNeeds } from './BenchNeeds.tsx';
import styles from './EmptyBench.module.css';
import { GoodBeginnings } from './GoodBeginnings.tsx';

/** The first minute: the two opening questions, three things that can be tried at once, and the other ways in. */
export function EmptyBench() {
  return (
    <div className={`grid ${styles.empty}`}>
      <Questions />
      <div className={styles.side}>
        <BenchNeeds />
        <GoodBeginnings />
        <section aria-labelledby="other-ways">
          <h2 id="other-ways" className="h3">
            Or another way in
          </h2>
          <p className="muted">
            <PageLink href="/canvas/new">Design one of your own</PageLink>, or{' '}
            <PageLink href="/import">bring in records</PageLink> of practice that you have already.
          </p>
          <SampleLink />
        </section>
      </div>
    </div>
  );
}

/** What is written here goes along to Find, which answers it. */
function Questions() {
  const titleId = useId();
  const [gap, setGap] = useState('');
  const [next, setNext] = useState('');
  const take = () => {
    if (`${gap}${next}`.trim() !== '') wordsForFind({ gap, next });
  };
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    take();
    void goTo('/find');
  };
  const area = {
    isVoice: true,
    onKeyDown: goOn,
    maxLength: NEED_LETTERS,
    rows: 1,
    enterKeyHint: 'search',
  } as const;
  return (
    <Stage aria-labelledby={titleId} className={styles.stage}>
      <h2 id={titleId}>Nothing on the bench yet</h2>
      <p className="muted">
        Start with one small thing you want to do well. Answer either question in plain words.
      </p>
      <TextArea
        {...area}
        label="What is getting in the way now?"
        hint="A problem, a gap, something you keep needing"
        placeholder="People stop listening before I get to the point"
        text={gap}
        onText={setGap}
      />
      <TextArea
        {...area}
        label="What comes next?"
        hint="The next rung, or the next thing you have been asked to do"
        placeholder="Run my first stand-up on Monday"
        text={next}
        onText={setNext}
      />
      <ButtonLink kind="hot" size="big" href="/find" onClick={take}>
        Find one
      </ButtonLink>
    </Stage>
  );
}
