import type { ReactNode } from 'react';
import { ELEMENT_ANCHORS, type ElementName } from '../../ui/micromastery/six-texts.ts';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { ELEMENT_LETTERS } from '../../ui/parts/six-elements.ts';
import styles from './Canvas.module.css';
import { DraftArea, DraftField } from './DraftFields.tsx';
import type { Draft, SkillDraft } from './draft.ts';
import { PairList } from './PairList.tsx';
import { PayoffPanel } from './PayoffPanel.tsx';
import type { PartName, PartState, PartStates } from './read-draft.ts';
import { listed } from './texts.ts';

type PanelsProps = {
  readonly draft: Draft;
  readonly parts: PartStates;
  readonly change: (part: Partial<Draft>) => void;
};

/** Six elements, integral and in no order: each is written when it comes to mind, or not at all. */
export function ElementPanels({ draft, parts, change }: PanelsProps) {
  return (
    <div className={styles.panels}>
      <Panel
        part="trick"
        title="Entry trick"
        state={parts.trick}
        lead="The way in that insiders know: one thing to do at once."
      >
        <TrickFields trick={draft.trick} onTrick={(trick) => change({ trick })} />
      </Panel>
      <Panel
        part="payoff"
        title="Payoff"
        state={parts.payoff}
        lead="What tells you that it worked: yours, and counted."
      >
        <PayoffPanel payoff={draft.payoff} onPayoff={(payoff) => change({ payoff })} />
      </Panel>
      <Panel
        part="repeat"
        title="Repeatability"
        state={parts.repeat}
        lead="Short enough to do again today, with a little chance in it."
      >
        <RepeatFields draft={draft} change={change} />
      </Panel>
      <Panel
        part="experiments"
        title="Experimental possibilities"
        state={parts.experiments}
        lead="What can be changed on purpose, one thing at a time."
      >
        <PairList
          legend="Things to vary"
          list="experiments"
          pairs={draft.variables}
          onPairs={(variables) => change({ variables })}
          first={{ name: 'name', label: 'What is varied', most: 60 }}
          second={{
            name: 'levels',
            label: 'Its settings',
            hint: 'One a line, two to four',
            most: 250,
            isLines: true,
          }}
          addText="Add a thing to vary"
          most={12}
        />
      </Panel>
      <Panel
        part="support"
        title="Background support"
        state={parts.support}
        lead="What makes it easy to begin, and what to do when something is in the way."
      >
        <SupportFields support={draft.support} onSupport={(support) => change({ support })} />
      </Panel>
      <Panel
        part="rubPat"
        title="Rub-pat barrier"
        state={parts.rubPat}
        lead="Two skills that get in each other’s way until each has its own path."
      >
        <RubPatFields rubPat={draft.rubPat} onRubPat={(rubPat) => change({ rubPat })} />
      </Panel>
    </div>
  );
}

/** In the order of the figure's letters. */
const ORDER: readonly PartName[] = ['trick', 'payoff', 'repeat', 'experiments', 'support', 'rubPat'];

type PanelProps = {
  readonly part: PartName & ElementName;
  readonly title: string;
  readonly state: PartState;
  readonly lead: string;
  readonly children: ReactNode;
};

function Panel({ part, title, state, lead, children }: PanelProps) {
  const id = ELEMENT_ANCHORS[part];
  return (
    <section id={id} className={styles.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <span className={styles.letter} aria-hidden="true">
          {ELEMENT_LETTERS[ORDER.indexOf(part)]}
        </span>
        {title}
      </h2>
      <p className="small muted">{lead}</p>
      {children}
      <p className="cap" role="status">
        {stateWords(state)}
      </p>
    </section>
  );
}

function stateWords(state: PartState): string {
  switch (state.kind) {
    case 'empty':
      return 'Nothing here yet. It can wait.';
    case 'partial':
      return `Not in the next version yet: it still needs ${listed(state.missing)}.`;
    case 'whole':
      return 'In place.';
    default:
      return state satisfies never;
  }
}

type TrickFieldsProps = { readonly trick: Draft['trick']; readonly onTrick: (trick: Draft['trick']) => void };

const TRICK_ORDER = [
  { value: 'trick-first', label: 'Trick first' },
  { value: 'try-first', label: 'Try first' },
] as const;

function TrickFields({ trick, onTrick }: TrickFieldsProps) {
  return (
    <>
      <DraftArea
        at={['entryTrick.text']}
        label="The way in"
        hint="In under 60 words, to somebody who begins right now"
        text={trick.text}
        onText={(text) => onTrick({ ...trick, text })}
        maxLength={600}
        rows={3}
      />
      <DraftArea
        at={['entryTrick.limit']}
        label="What it hides, and when to drop it"
        text={trick.limit}
        onText={(limit) => onTrick({ ...trick, limit })}
        maxLength={400}
        rows={2}
      />
      <Segmented
        legend="What comes first?"
        segments={TRICK_ORDER}
        value={trick.tryFirst ? 'try-first' : 'trick-first'}
        onChoose={(order) => onTrick({ ...trick, tryFirst: order === 'try-first' })}
      />
    </>
  );
}

function RepeatFields({ draft, change }: Pick<PanelsProps, 'draft' | 'change'>) {
  const { repeat, twists } = draft;
  const put = (part: Partial<Draft['repeat']>) => change({ repeat: { ...repeat, ...part } });
  return (
    <>
      <div className={styles.two}>
        <DraftField
          at={['repeat.attemptMinutes']}
          label="Minutes a take"
          hint="Of doing; at most 20 is best"
          text={repeat.attemptMinutes}
          onText={(attemptMinutes) => put({ attemptMinutes })}
          inputMode="decimal"
          maxLength={6}
          autoComplete="off"
        />
        <DraftField
          at={['repeat.perWeek']}
          label="Sessions a week"
          hint="As few as keep it alive"
          text={repeat.perWeek}
          onText={(perWeek) => put({ perWeek })}
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
        />
      </div>
      <DraftArea
        at={['repeat.floor']}
        label="The two-minute version"
        hint="For a pressed day"
        text={repeat.floor}
        onText={(floor) => put({ floor })}
        maxLength={200}
        rows={1}
      />
      <DraftArea
        at={['repeat.rhythm']}
        label="When, and how it is repeated"
        text={repeat.rhythm}
        onText={(rhythm) => put({ rhythm })}
        maxLength={200}
        rows={1}
      />
      <PairList
        legend="Twists, drawn now and then"
        list="twists"
        pairs={twists}
        onPairs={(all) => change({ twists: all })}
        first={{ name: 'name', label: 'Name', most: 60 }}
        second={{ name: 'instruction', label: 'What to do', most: 200 }}
        addText="Add a twist"
        most={20}
      />
    </>
  );
}

type SupportFieldsProps = {
  readonly support: Draft['support'];
  readonly onSupport: (support: Draft['support']) => void;
};

const SLOT_FIELDS = [
  ['kit', 'Kit', 'One thing a line', 1900],
  ['tools', 'Tools', 'One a line', 1900],
  ['people', 'People', 'One a line', 1200],
  ['place', 'Place', undefined, 200],
  ['time', 'Time', undefined, 200],
  ['mindset', 'Open mind', 'What you say to yourself', 200],
] as const;

function SupportFields({ support, onSupport }: SupportFieldsProps) {
  return (
    <>
      {SLOT_FIELDS.map(([slot, label, hint, most]) => (
        <DraftArea
          at={[`support.${slot}`]}
          key={slot}
          label={label}
          hint={hint}
          text={support[slot]}
          onText={(text) => onSupport({ ...support, [slot]: text })}
          maxLength={most}
          rows={1}
        />
      ))}
      <PairList
        legend="When something is in the way"
        list="support.obstacles"
        pairs={support.obstacles}
        onPairs={(obstacles) => onSupport({ ...support, obstacles })}
        first={{ name: 'if', label: 'If', most: 160 }}
        second={{ name: 'then', label: 'then', most: 200 }}
        addText="Add an obstacle"
        most={8}
      />
    </>
  );
}

type RubPatFieldsProps = {
  readonly rubPat: Draft['rubPat'];
  readonly onRubPat: (rubPat: Draft['rubPat']) => void;
};

const TIMING = [
  { value: 'at-once', label: 'At once' },
  { value: 'in-turn', label: 'In turn' },
] as const;

function RubPatFields({ rubPat, onRubPat }: RubPatFieldsProps) {
  return (
    <>
      <SkillFields
        which="a"
        legend="One skill"
        skill={rubPat.a}
        onSkill={(a) => onRubPat({ ...rubPat, a })}
      />
      <SkillFields
        which="b"
        legend="The other skill"
        skill={rubPat.b}
        onSkill={(b) => onRubPat({ ...rubPat, b })}
      />
      <Segmented
        legend="When are they needed?"
        segments={TIMING}
        value={rubPat.timing}
        onChoose={(timing) => onRubPat({ ...rubPat, timing })}
      />
      <DraftArea
        at={['rubPat.together']}
        label="How they come together"
        text={rubPat.together}
        onText={(together) => onRubPat({ ...rubPat, together })}
        maxLength={300}
        rows={2}
      />
    </>
  );
}

type SkillFieldsProps = {
  readonly which: 'a' | 'b';
  readonly legend: string;
  readonly skill: SkillDraft;
  readonly onSkill: (skill: SkillDraft) => void;
};

function SkillFields({ which, legend, skill, onSkill }: SkillFieldsProps) {
  return (
    <fieldset className={styles.skill}>
      <legend>{legend}</legend>
      <DraftField
        at={[`rubPat.${which}.name`]}
        label="Its name"
        text={skill.name}
        onText={(name) => onSkill({ ...skill, name })}
        maxLength={80}
        autoComplete="off"
      />
      <DraftArea
        at={[`rubPat.${which}.soloDrill`]}
        label="Practised alone"
        text={skill.soloDrill}
        onText={(soloDrill) => onSkill({ ...skill, soloDrill })}
        maxLength={300}
        rows={1}
      />
      <DraftField
        at={[`rubPat.${which}.measure`]}
        label="Measured by"
        text={skill.measure}
        onText={(measure) => onSkill({ ...skill, measure })}
        maxLength={160}
        autoComplete="off"
      />
    </fieldset>
  );
}
