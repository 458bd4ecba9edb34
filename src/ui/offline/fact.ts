import type { NeedBody } from '../../features/needs/contract.ts';
import type {
  AttemptBody,
  PayoffBody,
  PracticeBody,
  RemarkBody,
  RetractionBody,
  SessionBody,
  SessionEndBody,
} from '../../features/practice/contract.ts';
import type { Write } from './pending-write.ts';

/** What a write says, by its path. `id` of an end is its session's, of a match its need's. */
export type Fact =
  | { readonly kind: 'need'; readonly id: string; readonly body: NeedBody }
  | {
      readonly kind: 'match';
      readonly id: string;
      readonly body: { readonly matchedAt: string };
      readonly micromasteryId: string;
    }
  | { readonly kind: 'practice'; readonly id: string; readonly body: PracticeBody }
  | { readonly kind: 'payoff'; readonly id: string; readonly body: PayoffBody }
  | { readonly kind: 'session'; readonly id: string; readonly body: SessionBody }
  | { readonly kind: 'session-end'; readonly id: string; readonly body: SessionEndBody }
  | { readonly kind: 'attempt'; readonly id: string; readonly body: AttemptBody }
  | { readonly kind: 'retraction'; readonly id: string; readonly body: RetractionBody }
  | { readonly kind: 'remark'; readonly id: string; readonly body: RemarkBody };
export type FactKind = Fact['kind'];

const PATHS: Readonly<Record<FactKind, RegExp>> = {
  need: /^\/api\/needs\/([^/]+)$/,
  match: /^\/api\/needs\/([^/]+)\/matches\/([^/]+)$/,
  practice: /^\/api\/practices\/([^/]+)$/,
  payoff: /^\/api\/payoffs\/([^/]+)$/,
  session: /^\/api\/sessions\/([^/]+)$/,
  'session-end': /^\/api\/sessions\/([^/]+)\/end$/,
  attempt: /^\/api\/attempts\/([^/]+)$/,
  retraction: /^\/api\/retractions\/([^/]+)$/,
  remark: /^\/api\/remarks\/([^/]+)$/,
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
const REFERENCES = ['practiceId', 'sessionId', 'payoffId', 'needId', 'attemptId', 'replacesId'] as const;

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
  const isPartOfOther = fact.kind === 'session-end' || fact.kind === 'match';
  return isPartOfOther ? { own: null, needs: [...needs, fact.id] } : { own: fact.id, needs };
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
