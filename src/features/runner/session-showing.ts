import type { Work } from '../../engine/session/work.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import type { ShowingBody } from '../evidence/contract.ts';

export const LONGEST_OCCASION = 160;
export const LONGEST_QUOTE = 500;
export const LONGEST_NAME = 120;
const MOST_PEOPLE = 1_000_000;

/** What the learner tells of a showing, as it stands in the fields. */
export type Shown = {
  readonly showingId: string;
  readonly audience: string;
  readonly occasion: string;
  readonly quote: string;
  readonly quotedFrom: string;
  /** Milliseconds since 1970. */
  readonly toldAt: number;
};

type Sitting = {
  readonly practiceId: string;
  readonly sessionId: string;
  readonly work: Work;
  readonly shown: Shown | null;
  readonly takes: readonly { readonly localDay: string }[];
};

/** How many were there; null while that is no number of people. */
export function audienceOf(typed: string): number | null {
  const count = Number(typed.trim());
  return typed.trim() !== '' && Number.isInteger(count) && count >= 1 && count <= MOST_PEOPLE ? count : null;
}

/** Why what was typed is no number of people; null where it is one, and where nothing was typed. */
export function audienceFault(typed: string): string | null {
  if (typed.trim() === '' || audienceOf(typed) !== null) return null;
  return 'Type a whole number of people, from 1. Nothing else is lost.';
}

/** Whether words were written that would be lost, since a showing is kept with its number of people. */
export function isShowingLost({ work, shown }: Pick<Sitting, 'work' | 'shown'>): boolean {
  if (work !== 'showing' || shown === null || audienceOf(shown.audience) !== null) return false;
  return [shown.occasion, shown.quote, shown.quotedFrom].some((text) => text.trim() !== '');
}

/** Nothing until it is said how many were there: a showing before nobody is a run of the whole. */
export function showingWrites({ practiceId, sessionId, work, shown, takes }: Sitting): readonly Write[] {
  const audience = audienceOf(shown?.audience ?? '');
  const heldDay = takes[0]?.localDay;
  if (work !== 'showing' || shown === null || audience === null || heldDay === undefined) return [];
  const quote = saidText(shown.quote, LONGEST_QUOTE);
  const body: ShowingBody = {
    practiceId,
    sessionId,
    heldDay,
    audience,
    occasion: saidText(shown.occasion, LONGEST_OCCASION),
    quote,
    quotedFrom: quote === null ? null : saidText(shown.quotedFrom, LONGEST_NAME),
    toldAt: new Date(shown.toldAt).toISOString(),
  };
  return [{ path: `/api/showings/${shown.showingId}`, body }];
}

function saidText(text: string, most: number): string | null {
  const said = text.trim().slice(0, most).trim();
  return said === '' ? null : said;
}
