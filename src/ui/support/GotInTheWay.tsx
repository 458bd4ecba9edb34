import { useState } from 'react';
import type { IfThenPlan } from '../../features/support/contract.ts';
import { useSupport } from '../api/use-support.ts';
import { leaveToQueue, record } from '../offline/record.ts';
import { Button } from '../parts/Button.tsx';
import { TextField } from '../parts/TextField.tsx';
import type { DesignSupport } from './design-slots.ts';
import { type Obstacle, obstaclesOf, obstacleTag, toggledTag } from './obstacle-tags.ts';
import { PlanForm, type PlanWords } from './PlanForm.tsx';
import { PlanUses } from './PlanUses.tsx';
import { planSentence } from './plan-words.ts';
import styles from './Support.module.css';
import { planWrite } from './support-writes.ts';

type GotInTheWayProps = {
  readonly practiceId: string;
  /** Recorded already: nothing can have come up in a session that nobody knows. */
  readonly sessionId: string;
  readonly design: DesignSupport;
  /** Of any take of this session. */
  readonly sessionTags: readonly string[];
  /** Of its last take, which has what is said in the look back; null where none stands. */
  readonly lastTags: readonly string[] | null;
  readonly onLastTags: (tags: string[]) => void;
};

const LONGEST_TAG = 40;

/** In the look back: what came up of the learner's plans, what else was in the way, and a plan for it in one tap. */
export function GotInTheWay(props: GotInTheWayProps) {
  const { practiceId, sessionId, design, sessionTags, lastTags, onLastTags } = props;
  const { support } = useSupport(practiceId);
  const [made, setMade] = useState<PlanWords | null>(null);
  const known = obstaclesOf(support.plans, design);
  const own = (lastTags ?? []).filter((tag) => !known.some((one) => one.tag === tag));
  const others = known.filter(({ plan }) => plan === null);
  const tagged = new Set([...sessionTags, ...(lastTags ?? [])]);
  const toPlan = others.filter(({ tag }) => tagged.has(tag));
  const choices = [...others.map(({ tag }) => tag), ...own];

  function keep(words: PlanWords) {
    record([planWrite({ practiceId, ...words }, null, new Date())]).catch(leaveToQueue);
    setMade(words);
  }

  return (
    <section aria-labelledby="in-the-way" className={styles.uses}>
      <h2 id="in-the-way" className="h3">
        What got in the way?
      </h2>
      <PlanUses practiceId={practiceId} sessionId={sessionId} plans={cameUpFirst(known, tagged)} />
      {lastTags !== null && (
        <>
          <div className={styles.chips}>
            {choices.map((tag) => (
              <Button
                key={tag}
                aria-pressed={tagged.has(tag)}
                onClick={() => onLastTags(toggledTag(lastTags, tag))}
              >
                <span dir="auto">{tag}</span>
              </Button>
            ))}
          </div>
          <OwnWords
            onSay={(tag) => onLastTags(lastTags.includes(tag) ? [...lastTags] : [...lastTags, tag])}
          />
        </>
      )}
      {toPlan.map((obstacle) => (
        <PlanOffer key={obstacle.tag} obstacle={obstacle} onKeep={keep} />
      ))}
      {own.map((tag) => (
        <PlanOffer key={tag} obstacle={{ tag, plan: null, offer: null }} onKeep={keep} />
      ))}
      <p role="status" className="small" dir="auto">
        {made !== null && `Planned for next time: ${planSentence(made)}`}
      </p>
    </section>
  );
}

/** What was said to be in the way is asked about first. */
function cameUpFirst(known: readonly Obstacle[], tagged: ReadonlySet<string>): readonly IfThenPlan[] {
  const planned = known.filter(({ plan }) => plan !== null);
  const ordered = [
    ...planned.filter(({ tag }) => tagged.has(tag)),
    ...planned.filter(({ tag }) => !tagged.has(tag)),
  ];
  return ordered.flatMap(({ plan }) => plan ?? []);
}

function OwnWords({ onSay }: { readonly onSay: (tag: string) => void }) {
  const [text, setText] = useState('');
  return (
    <form
      className={`row ${styles.own}`}
      onSubmit={(event) => {
        event.preventDefault();
        const tag = obstacleTag(text);
        if (tag !== '') onSay(tag);
        setText('');
      }}
    >
      <TextField
        label="Or in your words"
        text={text}
        onText={setText}
        maxLength={LONGEST_TAG}
        autoComplete="off"
        dir="auto"
      />
      <Button submit>Note it</Button>
    </form>
  );
}

type PlanOfferProps = { readonly obstacle: Obstacle; readonly onKeep: (words: PlanWords) => void };

/** There is no plan for it yet: one tap opens the sentence, with its first half written. */
function PlanOffer({ obstacle: { tag, offer }, onKeep }: PlanOfferProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <p>
        <Button kind="text" onClick={() => setOpen(true)}>
          Make a plan for next time: if {tag} …
        </Button>
      </p>
    );
  }
  return (
    <PlanForm
      first={{ cue: tag, action: offer ?? '' }}
      isNew
      onKeep={(words) => {
        setOpen(false);
        onKeep(words);
      }}
      onCancel={() => setOpen(false)}
    />
  );
}
