import { ELEMENT_ANCHORS } from '../../ui/micromastery/six-texts.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { RuledList } from '../../ui/parts/RuledList.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import styles from './Canvas.module.css';
import type { Draft } from './draft.ts';
import { readMinutes } from './read-draft.ts';
import { adviceWords } from './saving-words.ts';
import type { Canvas } from './use-canvas.ts';

type ReviewProps = { readonly canvas: Canvas };

/** Whether it is one thing of the right size, with smaller ones to take instead, or a reason why it is right so. */
export function SizeReview({ canvas }: ReviewProps) {
  const { sizes, split, draft, change } = canvas;
  if (sizes.length === 0) return null;
  return (
    <section aria-labelledby="size">
      <h2 id="size">Is it one thing?</h2>
      {sizes.map((finding) => (
        <p key={finding.code}>{finding.why}</p>
      ))}
      {split !== null && (
        <>
          <p className="small muted">
            It could be cut like this. Take one; the rest can be designed after it.
          </p>
          <ul className={styles.units}>
            {split.units.map((unit) => (
              <li key={unit.title}>
                <Button
                  onClick={() =>
                    change({
                      title: unit.title,
                      verb: unit.verb,
                      needs: withNeed(draft.needs, draft.title),
                      repeat: withMinutes(draft.repeat, unit.attemptMinutes),
                    })
                  }
                >
                  {unit.title}
                </Button>
                <p className="small muted">{unit.why}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <TextField
        label="It is right as it is, because"
        text={draft.sizeReason}
        onText={(sizeReason) => change({ sizeReason })}
        maxLength={300}
        autoComplete="off"
      />
    </section>
  );
}

/** What it was called before stays among what it answers. */
function withNeed(needs: string, title: string): string {
  const said = title.trim();
  return said === '' || needs.split('\n').includes(said)
    ? needs
    : [needs.trim(), said].filter(Boolean).join('\n');
}

/** Minutes that were too many for the whole are those of the piece now; fewer stay as they were typed. */
function withMinutes(repeat: Draft['repeat'], minutes: number | null): Draft['repeat'] {
  const isShorter = minutes !== null && readMinutes(repeat.attemptMinutes) > minutes;
  return isShorter ? { ...repeat, attemptMinutes: String(minutes) } : repeat;
}

const ELEMENTS = {
  title: ['Title', 'what'],
  summary: ['Summary', 'what'],
  needs: ['Needs', 'what'],
  entryTrick: ['Entry trick', ELEMENT_ANCHORS.trick],
  rubPat: ['Rub-pat barrier', ELEMENT_ANCHORS.rubPat],
  support: ['Background support', ELEMENT_ANCHORS.support],
  payoff: ['Payoff', ELEMENT_ANCHORS.payoff],
  repeat: ['Repeatability', ELEMENT_ANCHORS.repeat],
  twists: ['Twists', ELEMENT_ANCHORS.repeat],
  experiments: ['Experimental possibilities', ELEMENT_ANCHORS.experiments],
  safety: ['Safety', 'more'],
} as const;

/** Advice with a better example, beside the work; it never stands in the way. */
export function DesignReview({ canvas }: ReviewProps) {
  const { findings } = canvas;
  return (
    <section aria-labelledby="review">
      <h2 id="review">What could be stronger</h2>
      <p className="small muted" role="status">
        {adviceWords(findings.length, canvas.reading)}
      </p>
      <RuledList className={styles.review}>
        {findings.map(({ element, code, why, betterExample }) => (
          <li key={`${element}-${code}`}>
            <h3>
              <PageLink href={`#${ELEMENTS[element][1]}`}>{ELEMENTS[element][0]}</PageLink>
            </h3>
            <p className="small">{why}</p>
            <p className="small muted">{betterExample}</p>
          </li>
        ))}
      </RuledList>
    </section>
  );
}
