import { sentenceCase } from '../../engine/sentence-case.ts';
import { ELEMENT_ANCHORS } from '../../ui/micromastery/six-texts.ts';
import type { Micromastery } from './contract.ts';
import { ElementSection } from './ElementSection.tsx';
import styles from './ElementSections.module.css';

type Support = NonNullable<Micromastery['support']>;

/** The six slots of support, and a plan for each obstacle, in the form that is rehearsed: if this, then I do that. */
export function SupportSection({ support }: { readonly support: Support | null }) {
  return (
    <ElementSection id={ELEMENT_ANCHORS.support} title="Background support">
      {support === null ? (
        <p className="muted">What helps is not written yet.</p>
      ) : (
        <>
          <Slots support={support} />
          {support.obstacles.length > 0 && (
            <div>
              <h3>When something is in the way</h3>
              <ul className="ruled">
                {support.obstacles.map((obstacle) => (
                  <li key={obstacle.if}>
                    If {obstacle.if}, then {obstacle.then}.
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </ElementSection>
  );
}

function Slots({ support }: { readonly support: Support }) {
  const slots: readonly (readonly [string, string | null])[] = [
    ['Kit', listWords(support.kit)],
    ['People', listWords(support.people)],
    ['Place', support.place],
    ['Time', support.time],
    ['Open mind', support.mindset],
  ];
  return (
    <dl className={styles.pairs}>
      {slots.map(([name, text]) =>
        text === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function listWords(items: readonly string[]): string | null {
  return items.length === 0 ? null : `${sentenceCase(items.join('; '))}.`;
}
