import { sentenceCase } from '../../engine/sentence-case.ts';
import { minutesWords } from '../../ui/micromastery/minutes-words.ts';
import { ELEMENT_ANCHORS } from '../../ui/micromastery/six-texts.ts';
import { useSettings } from '../../ui/settings.ts';
import type { Micromastery } from './contract.ts';
import { ElementSection } from './ElementSection.tsx';
import styles from './ElementSections.module.css';
import { SupportSection } from './SupportSection.tsx';

/** The rest of the record, element by element, in the order that fits the page: none comes first. */
export function ElementSections({ design }: { readonly design: Micromastery }) {
  return (
    <div className={`grid ${styles.sections}`}>
      <RepeatSection design={design} />
      <ExperimentSection experiments={design.experiments} />
      <SupportSection support={design.support} />
    </div>
  );
}

/** What is needed at once may be drilled apart only briefly; what comes in turn may be split. */
const TIMING_WORDS = {
  'at-once': 'Both are needed at once, so practise each alone only briefly, and then the whole.',
  'in-turn': 'They come in turn, so each can be practised alone.',
} as const;

export function RubPatSection({ rubPat }: { readonly rubPat: Micromastery['rubPat'] }) {
  return (
    <ElementSection id={ELEMENT_ANCHORS.rubPat} title="Rub-pat barrier">
      {rubPat === null ? (
        <p className="muted">No pair of skills is named yet.</p>
      ) : (
        <>
          <p>
            {sentenceCase(rubPat.a.name)} against {rubPat.b.name}. {TIMING_WORDS[rubPat.timing]}
          </p>
          {[rubPat.a, rubPat.b].map((skill) => (
            <div key={skill.name}>
              <h3>{sentenceCase(skill.name)}, alone</h3>
              <p>{skill.soloDrill}</p>
              <p className="small muted">Count {skill.measure}.</p>
            </div>
          ))}
          <div>
            <h3>Together</h3>
            <p>{rubPat.together}</p>
          </div>
        </>
      )}
    </ElementSection>
  );
}

function RepeatSection({ design: { repeat, twists } }: { readonly design: Micromastery }) {
  const { plays } = useSettings();
  return (
    <ElementSection id={ELEMENT_ANCHORS.repeat} title="Repeatability">
      {repeat === null ? (
        <p className="muted">How to repeat it is not written yet.</p>
      ) : (
        <>
          <p>
            {sentenceCase(minutesWords(repeat.attemptMinutes))} a take. {repeat.rhythm}
          </p>
          <div>
            <h3>The two-minute version</h3>
            <p>{repeat.floor}</p>
          </div>
        </>
      )}
      {plays && twists.length > 0 && (
        <div>
          <h3>Twists</h3>
          <dl className={styles.pairs}>
            {twists.map((twist) => (
              <div key={twist.name}>
                <dt>{sentenceCase(twist.name)}</dt>
                <dd>{twist.instruction}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </ElementSection>
  );
}

function ExperimentSection({ experiments }: { readonly experiments: Micromastery['experiments'] }) {
  return (
    <ElementSection id={ELEMENT_ANCHORS.experiments} title="Experimental possibilities">
      {experiments.length === 0 ? (
        <p className="muted">Nothing to vary is named yet.</p>
      ) : (
        <>
          <p>Things to change on purpose, one at a time, to find out what they do for you.</p>
          <dl className={styles.pairs}>
            {experiments.map((variable) => (
              <div key={variable.name}>
                <dt>{sentenceCase(variable.name)}</dt>
                <dd>{variable.levels.join(', ')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </ElementSection>
  );
}
