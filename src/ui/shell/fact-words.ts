import { formatDate } from '../format-day.ts';
import { type FactKind, factOf } from '../offline/fact.ts';
import type { Write } from '../offline/pending-write.ts';

const NAMES = {
  need: 'need',
  match: 'need',
  practice: 'practice',
  payoff: 'payoff',
  session: 'session',
  'session-end': 'line for next time',
  attempt: 'take',
  retraction: 'undo',
  remark: 'note',
  'need-revision': 'need',
  following: 'choice of a version',
  wish: 'wish',
  'payoff-choice': 'choice',
  aim: 'aim',
  'aim-result': 'result of an aim',
  placing: 'place of a practice',
  'plan-answer': 'answer to a plan',
  pause: 'pause',
  'pause-end': 'end of a pause',
  setting: 'setting',
  'support-slot': 'support',
  'support-check': 'support of a session',
  'if-then-plan': 'if-then plan',
  'if-then-use': 'use of a plan',
  experiment: 'experiment',
  'experiment-draw': 'draw of an experiment',
  'experiment-end': 'end of an experiment',
  pairing: 'choice of parts',
  'twist-draw': 'twist',
  'self-rating': 'word on how it was',
  'twist-card': 'card of your own',
  difficulty: 'difficulty',
  'at-hand': 'thing at hand',
  showing: 'showing',
  evidence: 'recording',
  'evidence-removal': 'removal of a recording',
  'showing-removal': 'removal of a showing',
  design: 'micromastery',
} as const satisfies Record<FactKind, string>;

/** What a write is about, for the middle of a sentence: "take", "note". */
export function factWords(write: Pick<Write, 'path' | 'body'>): string {
  const fact = factOf(write);
  return fact === null ? 'record' : NAMES[fact.kind];
}

/** What one version says, so that two can be told apart. */
export function versionWords(path: string, body: unknown): string {
  if (typeof body !== 'object' || body === null) return 'nothing more is known';
  const fact = factOf({ path, body });
  switch (fact?.kind) {
    case 'attempt':
      return `${fact.body.value === null ? 'a take without a score' : `scored ${fact.body.value}`}, begun ${dayOf(fact.body.startedAt)}`;
    case 'remark':
      return [fact.body.text, ...fact.body.tags].filter(Boolean).join(', ') || 'without words';
    case 'payoff':
      return `“${fact.body.statement}”`;
    case 'session-end':
      return fact.body.line === null ? 'without a line' : `“${fact.body.line}”`;
    case 'need':
    case 'need-revision':
    case 'aim':
      return `“${fact.body.text}”`;
    case 'design':
      return `“${fact.body.design.title}”, version ${fact.body.design.version}`;
    case 'session':
    case 'practice':
      return `begun ${dayOf(fact.body.startedAt)}`;
    default:
      return 'the same, made at another time';
  }
}

/** What home sends is checked there; what this device made is a moment by its making. */
function dayOf(moment: string | undefined): string {
  const at = Date.parse(moment ?? '');
  return Number.isNaN(at) ? 'at another time' : `on ${formatDate(at)}`;
}
