import type { Design } from './design.ts';
import type { Finding } from './finding.ts';

/** What says that an element is not there at all, in the order in which it is best begun. */
const LACKS = [
  'entry-trick-missing',
  'payoff-missing',
  'repeat-missing',
  'support-missing',
  'experiments-too-few',
  'rub-pat-missing',
] as const;
/** What can only be thought of once there is something to add to. */
const LATER: ReadonlySet<string> = new Set(['needs-none', 'twists-none']);
/** Elements that are enough to practise with. */
const ENOUGH = 3;

const TITLE_MISSING: Finding = {
  element: 'title',
  code: 'title-missing',
  severity: 'missing',
  why: 'Begin with one thing to do, with an end that can be seen. All the rest follows from it, in any order.',
  betterExample: '“Whistle with two fingers”, “Open a talk without notes”, “Fold a paper crane”.',
};

/**
 * Of what a design lacks only what comes next: first what is to be done, then as many elements as are needed to begin.
 * A list of all that is not there yet would tell somebody who has just begun nothing but that.
 */
export function withFirstLacks(design: Design, findings: readonly Finding[]): readonly Finding[] {
  const isLack = ({ code }: Finding) => LATER.has(code) || isElementLack(code, design);
  if (design.title.trim() === '') return [TITLE_MISSING, ...findings.filter((finding) => !isLack(finding))];
  const lacking = LACKS.filter((lack) =>
    findings.some(({ code }) => code === lack && isElementLack(code, design)),
  );
  const written = LACKS.length - lacking.length;
  if (written >= ENOUGH) return findings;
  const next = new Set<string>(lacking.slice(0, ENOUGH - written));
  return findings.filter((finding) => !isLack(finding) || next.has(finding.code));
}

/** One thing to vary is a possibility already. */
const isElementLack = (code: string, { experiments }: Design) =>
  code === 'experiments-too-few' ? experiments.length === 0 : LACKS.some((lack) => lack === code);
