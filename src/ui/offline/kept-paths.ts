import { type FactKind, factOf } from './fact.ts';
import type { Write } from './pending-write.ts';

const ID = '[0-9a-f-]{36}';
const KEPT = new RegExp(
  `^/api/(me|bench|agenda|library|needs|micromasteries/${ID}|practices/${ID}(/(picture|history|attempts|support|evidence|experiments|twists|self-ratings|pair))?|notebook|experiments/${ID})$`,
);

/** Answers that this device keeps for later. Searches are not (the library is here), nor exports, nor anything huge. */
export function isKeptPath(url: Pick<URL, 'pathname' | 'search'>): boolean {
  return KEPT.test(url.pathname) && !/before=/i.test(url.search);
}

/** The practices a person is likely to take up without a network: those they practised last. */
const PRACTICES_TO_READ_AHEAD = 12;

/** What to read ahead for the practices on a bench, newest first as the bench lists them. */
export function pathsToReadAhead(bench: unknown): string[] {
  if (typeof bench !== 'object' || bench === null || !('practices' in bench)) return [];
  if (!Array.isArray(bench.practices)) return [];
  return bench.practices.slice(0, PRACTICES_TO_READ_AHEAD).flatMap((card: unknown) => {
    if (typeof card !== 'object' || card === null || !('id' in card)) return [];
    return practicePaths(String(card.id));
  });
}

const AGENDA: readonly FactKind[] = ['placing', 'plan-answer', 'pause', 'pause-end'];
const SUPPORT: readonly FactKind[] = [
  'support-slot',
  'support-check',
  'if-then-plan',
  'if-then-use',
  'at-hand',
];
const EVIDENCE: readonly FactKind[] = ['showing', 'showing-removal', 'evidence', 'evidence-removal'];

const EXPERIMENTS: readonly FactKind[] = ['experiment', 'experiment-draw', 'experiment-end'];

/** What else home answers once it has a write. `practiceId`: of the practice that it is about, if it is about one. */
export function pathsTouchedBy(write: Write, practiceId: string | null): string[] {
  const fact = factOf(write);
  const kind = fact?.kind;
  if (kind === 'need' || kind === 'need-revision' || kind === 'match') return ['/api/needs'];
  if (kind === 'setting') return ['/api/me'];
  if (kind !== undefined && AGENDA.includes(kind)) return ['/api/agenda'];
  if (practiceId === null) return ['/api/bench'];
  const path = `/api/practices/${practiceId}`;
  if (kind !== undefined && SUPPORT.includes(kind)) return [`${path}/support`];
  if (kind !== undefined && EVIDENCE.includes(kind)) return [path, `${path}/evidence`];
  if (fact?.kind === 'experiment-end')
    return ['/api/bench', `${path}/experiments`, `/api/experiments/${fact.id}`, '/api/notebook'];
  if (kind !== undefined && EXPERIMENTS.includes(kind)) return ['/api/bench', `${path}/experiments`];
  if (kind === 'twist-draw' || kind === 'twist-card' || kind === 'difficulty') return [`${path}/twists`];
  if (kind === 'self-rating') return [`${path}/self-ratings`];
  if (kind === 'pairing') return [`${path}/pair`];
  return ['/api/bench', path, ...DERIVED.map((view) => `${path}/${view}`)];
}

/** From the takes of a practice. */
const DERIVED = ['picture', 'history', 'attempts', 'experiments', 'pair'];

function practicePaths(id: string): string[] {
  const path = `/api/practices/${id}`;
  return [
    path,
    ...[...DERIVED, 'support', 'evidence', 'twists', 'self-ratings'].map((view) => `${path}/${view}`),
  ];
}
