import type { Design } from './design.ts';
import { readDoing } from './right-size-doing.ts';
import { FIELD, isWholeRepertoire } from './right-size-shapes.ts';
import { OPEN_VERBS, verbOf } from './right-size-words.ts';

/** `said`: the words without an end. */
export type OpenEnd = { readonly element: 'title' | 'payoff'; readonly said: string };

/** Better than what, and for how long? */
const STATE =
  /\b(?:be|becom|gett?)(?:e|ing)?\s+(?:\p{L}+ly\s+)?(?:good|great|comfortable|confident|fit|organi[sz]ed|used to)\b/iu;
const OPEN_WORDS =
  /\b(?:better|faster|quicker|more (?:often|[a-z]+ly|confident|creative|productive|patient|assertive|organi[sz]ed|focused|present)|more$|less (?:often|nervous|stressed|anxious|distracted)|always|never|constantly|all the time|at all times|in general|from now on)\b/i;
/** What is not done has been done at no moment. */
const ABSENCE = /^(?:stop|quit|avoid)\s+\p{L}+ing\b/iu;
const LEARN = /\b(?:learn(?:ing)?|study(?:ing)?|master(?:ing)?)\s+(?!to\b|how\b|from\b)(\p{L}+)/iu;
/** A number of things or of seconds, a single time, or an occasion that ends by itself. */
const SHOWS_END = [
  /\d/,
  /\b(?:once|until|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|dozen|half)\b/i,
  /\bone[ -](?!another\b|day\b|to\b|on\b)\p{L}/iu,
  /\b(?:in|during|at|for|before|after|through|into|over|on)\s+(?:an?|one|my next|our next|the next|this|today['’]s|tomorrow['’]s)\s+(?!team\b|company\b|group\b|way\b|hurry\b|relationship\b|career\b|job\b|world\b|foreign\b|second\b|high\b|higher\b|professional\b|daily\b|regular\b)\p{L}/iu,
];
/** A value that comes once in a season is no end of an attempt. */
const LONG_RUN =
  /\b(?:in the long (?:run|term)|over the (?:next |coming )?(?:months?|quarters?|years?)|(?:by|at) the end of the (?:quarter|year)|(?:each|every|per|a) (?:quarter|year)|(?:quarterly|annual|yearly)\b|in (?:a|one|two|three|six|twelve|\d+) (?:months?|years?))\b/i;

/** What of it has no visible end, or null. A payoff that is measured after each attempt shows one, whatever the title. */
export function openEnd(title: string, payoff: Design['payoff']): OpenEnd | null {
  if (payoff !== null) {
    const said = LONG_RUN.exec(`${payoff.howMeasured} ${payoff.unit}`)?.[0];
    return said === undefined ? null : { element: 'payoff', said };
  }
  if (SHOWS_END.some((sign) => sign.test(title))) return null;
  if (FIELD.test(title)) return { element: 'title', said: title };
  const doing = readDoing(title);
  if (doing === null) return null;
  const [first] = doing.parts;
  const isOpen =
    (doing.parts.length === 1 && OPEN_VERBS.has(first?.verb ?? '')) ||
    ABSENCE.test(doing.text) ||
    OPEN_WORDS.test(title) ||
    STATE.test(title) ||
    isWholeRepertoire(doing.text) ||
    learnsNoDoing(title);
  return isOpen ? { element: 'title', said: title } : null;
}

/** "learn Spanish", and not "learn juggling" or "learn to juggle". */
function learnsNoDoing(title: string): boolean {
  const what = LEARN.exec(title)?.[1]?.toLowerCase();
  return what !== undefined && verbOf(what) === null;
}
