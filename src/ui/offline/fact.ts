import type { PauseBody, PauseEndBody, PlacingBody, PlanAnswerBody } from '../../features/agenda/contract.ts';
import type { EvidenceBody, ShowingBody } from '../../features/evidence/contract.ts';
import type {
  ExperimentBody,
  ExperimentDrawBody,
  ExperimentEndBody,
} from '../../features/experiments/contract.ts';
import type { DesignBody } from '../../features/library/contract.ts';
import type { NeedBody, NeedRevisionBody } from '../../features/needs/contract.ts';
import type {
  AimBody,
  AimResultBody,
  FollowingBody,
  PayoffChoiceBody,
  WishBody,
} from '../../features/practice/choice-contract.ts';
import type {
  AttemptBody,
  PayoffBody,
  PracticeBody,
  RemarkBody,
  RetractionBody,
  SessionBody,
  SessionEndBody,
} from '../../features/practice/contract.ts';
import type { PairingBody } from '../../features/rub-pat/contract.ts';
import type { SelfRatingBody } from '../../features/self-ratings/contract.ts';
import type {
  AtHandBody,
  IfThenPlanBody,
  IfThenUseBody,
  SupportCheckBody,
  SupportSlotBody,
} from '../../features/support/contract.ts';
import type { DifficultyBody, TwistCardBody, TwistDrawBody } from '../../features/twists/contract.ts';
import type { SettingBody } from '../../platform/people/settings-contract.ts';
import type { Write } from './pending-write.ts';

type Bodies = {
  need: NeedBody;
  'need-revision': NeedRevisionBody;
  match: { readonly matchedAt: string };
  practice: PracticeBody;
  payoff: PayoffBody;
  session: SessionBody;
  'session-end': SessionEndBody;
  attempt: AttemptBody;
  retraction: RetractionBody;
  remark: RemarkBody;
  following: FollowingBody;
  wish: WishBody;
  'payoff-choice': PayoffChoiceBody;
  aim: AimBody;
  'aim-result': AimResultBody;
  placing: PlacingBody;
  'plan-answer': PlanAnswerBody;
  pause: PauseBody;
  'pause-end': PauseEndBody;
  setting: SettingBody;
  'support-slot': SupportSlotBody;
  'support-check': SupportCheckBody;
  'if-then-plan': IfThenPlanBody;
  'if-then-use': IfThenUseBody;
  'at-hand': AtHandBody;
  showing: ShowingBody;
  evidence: EvidenceBody;
  'evidence-removal': { readonly removedAt: string };
  'showing-removal': { readonly removedAt: string };
  design: DesignBody;
  experiment: ExperimentBody;
  'experiment-draw': ExperimentDrawBody;
  'experiment-end': ExperimentEndBody;
  pairing: PairingBody;
  'twist-draw': TwistDrawBody;
  'self-rating': SelfRatingBody;
  'twist-card': TwistCardBody;
  difficulty: DifficultyBody;
};
export type FactKind = keyof Bodies;

/** What a write says, by its path. `id` of an end is its session's, of a match its need's, of a design its micromastery's. */
export type Fact = {
  [Kind in FactKind]: {
    readonly kind: Kind;
    readonly id: string;
    readonly body: Bodies[Kind];
    /** Of a match. */
    readonly micromasteryId: string;
  };
}[FactKind];

const PATHS: Readonly<Record<FactKind, RegExp>> = {
  need: /^\/api\/needs\/([^/]+)$/,
  'need-revision': /^\/api\/need-revisions\/([^/]+)$/,
  match: /^\/api\/needs\/([^/]+)\/matches\/([^/]+)$/,
  practice: /^\/api\/practices\/([^/]+)$/,
  payoff: /^\/api\/payoffs\/([^/]+)$/,
  session: /^\/api\/sessions\/([^/]+)$/,
  'session-end': /^\/api\/sessions\/([^/]+)\/end$/,
  attempt: /^\/api\/attempts\/([^/]+)$/,
  retraction: /^\/api\/retractions\/([^/]+)$/,
  remark: /^\/api\/remarks\/([^/]+)$/,
  following: /^\/api\/followings\/([^/]+)$/,
  wish: /^\/api\/wishes\/([^/]+)$/,
  'payoff-choice': /^\/api\/payoff-choices\/([^/]+)$/,
  aim: /^\/api\/aims\/([^/]+)$/,
  'aim-result': /^\/api\/aims\/([^/]+)\/result$/,
  placing: /^\/api\/placings\/([^/]+)$/,
  'plan-answer': /^\/api\/plan-answers\/([^/]+)$/,
  pause: /^\/api\/pauses\/([^/]+)$/,
  'pause-end': /^\/api\/pauses\/([^/]+)\/end$/,
  setting: /^\/api\/settings\/([^/]+)$/,
  'support-slot': /^\/api\/support-slots\/([^/]+)$/,
  'support-check': /^\/api\/support-checks\/([^/]+)$/,
  'if-then-plan': /^\/api\/if-then-plans\/([^/]+)$/,
  'if-then-use': /^\/api\/if-then-uses\/([^/]+)$/,
  'at-hand': /^\/api\/at-hand\/([^/]+)$/,
  showing: /^\/api\/showings\/([^/]+)$/,
  evidence: /^\/api\/evidence\/([^/]+)$/,
  design: /^\/api\/micromasteries\/([^/]+)\/versions\/[^/]+$/,
  'evidence-removal': /^\/api\/evidence\/([^/]+)\/removal$/,
  'showing-removal': /^\/api\/showings\/([^/]+)\/removal$/,
  experiment: /^\/api\/experiments\/([^/]+)$/,
  'experiment-draw': /^\/api\/experiment-draws\/([^/]+)$/,
  'self-rating': /^\/api\/self-ratings\/([^/]+)$/,
  pairing: /^\/api\/pairings\/([^/]+)$/,
  'twist-draw': /^\/api\/twist-draws\/([^/]+)$/,
  'twist-card': /^\/api\/twist-cards\/([^/]+)$/,
  difficulty: /^\/api\/difficulties\/([^/]+)$/,
  'experiment-end': /^\/api\/experiments\/([^/]+)\/end$/,
};

/** Null for a path that is none of ours. The one place where a kept body gets its type: only our screens write bodies. */
export function factOf({ path, body }: Pick<Write, 'path' | 'body'>): Fact | null {
  for (const [kind, pattern] of Object.entries(PATHS)) {
    const found = pattern.exec(path);
    if (found === null) continue;
    return { kind, id: found[1] ?? '', micromasteryId: found[2] ?? '', body } as Fact;
  }
  return null;
}

/** Names in a body under which it refers to other facts. */
const REFERENCES = [
  'practiceId',
  'sessionId',
  'payoffId',
  'needId',
  'attemptId',
  'replacesId',
  'planId',
  'chosenPracticeId',
  'micromasteryId',
  'biggerMicromasteryId',
  'experimentId',
] as const;
/** Their id is that of what they say something of. */
const PARTS_OF_OTHERS: readonly FactKind[] = [
  'session-end',
  'match',
  'aim-result',
  'pause-end',
  'evidence-removal',
  'showing-removal',
  'experiment-end',
];

/** `own`: the id that others may refer to; null for what nothing hangs on. `needs`: the ids that must be home before it. */
export function linksOf(write: Pick<Write, 'path' | 'body'>): {
  readonly own: string | null;
  readonly needs: readonly string[];
} {
  const fact = factOf(write);
  if (fact === null) return { own: null, needs: [] };
  const needs = Object.entries(fact.body)
    .filter(([name]) => REFERENCES.some((reference) => reference === name))
    .flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
  if (fact.kind === 'match') needs.push(fact.micromasteryId);
  return PARTS_OF_OTHERS.includes(fact.kind)
    ? { own: null, needs: [...needs, fact.id] }
    : { own: fact.id, needs };
}

/** The same body with every reference to one id turned to another. */
export function referringTo(body: unknown, from: string, to: string): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      value === from && REFERENCES.some((reference) => reference === name) ? to : value,
    ]),
  );
}
