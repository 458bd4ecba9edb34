import {
  isLight,
  isOneAct,
  isOneProcess,
  isSecondVerb,
  isUnlistedVerb,
  PHRASAL_VERBS,
  takesThing,
  type VerbForm,
  type VerbInWords,
  verbOf,
} from './right-size-words.ts';

/** One verb of a doing with what it is done to: "plan", "a meeting". An empty object: none is said. */
export type SingleDoing = { readonly verb: string; readonly object: string };

/** What somebody wants to do, as far as the words tell. */
export type Doing = {
  /** Without "I have to", "learn how to" and the like; as it was written. */
  readonly text: string;
  /** At least one, in the order they were named. */
  readonly parts: readonly SingleDoing[];
};

/** Longer than any title or summary. */
const MOST_CHARACTERS = 600;

type Token = { readonly word: string; readonly from: number; readonly to: number };

/** What only leads up to a doing: "get better at", and not "get my team to". */
const LEADS_ON =
  /^(?:(?:be|becom|improv|know|learn|practi[cs]|try)(?:e|ing)?|gett?(?:ing)? (?:better|comfortable|faster|good|great|used))\b/i;
/** A wish or a duty: what is wanted follows "to", "at" or "cannot". Other sentences tell of a trouble, not of a doing. */
const WISH = /^(?:i|we|you|able|(?:the )?ability|help me|how|please|skills?|teach me|to)\b|\b(?:me|us) to\b/i;
const PIVOT =
  /\b(?:how to|to|at|in|of|can|cannot|can not|can['’]t|couldn['’]t|must|should|practi[cs]e|learn|help me|try and)\s+(?=([\p{L}-]+))/giu;
/** "always answer", "clearly explain". */
const ADVERB = /^(?:always|never|just|also|\p{L}+ly)\s+/iu;
/** From here on something else is said: why, when, for whom, and what other people do. */
const CLAUSE =
  /\b(?:so that|so|that|who|whom|whose|which|when|whenever|where|wherever|if|because|while|without|before|after|until|unless|as|by|in order to|instead of|than)\b/i;
const AT_ONCE = /\b(?:at the same time|at once|simultaneously|in parallel)\b/i;
const JOINS: ReadonlySet<string> = new Set([',', ';', '/', '&', '+', 'and', 'or', 'then', 'plus']);
const FILLERS: ReadonlySet<string> = new Set(['also', 'to', 'how', 'later', 'finally', 'even', 'both']);
const PREPOSITIONS: ReadonlySet<string> = new Set('about at for from in into of on to with'.split(' '));
const AFTER_AN_OCCASION: ReadonlySet<string> = new Set(['clean', 'tidy', 'wash']);
const OCCASION =
  /^(?:\p{L}+['’]?s?\s){0,3}(?:barbecue|breakfast|brunch|celebration|ceremony|dinner|event|feast|lunch|meal|meeting|part(?:y|ies)|picnic|reception|supper|wedding|workshop)s?\b/iu;
/** "draft, sand and varnish a door": where what goes on is not heard as a doing, the thing follows it all the same. */
const GOING_ON = /^(?:and|or|&)\s+\p{L}+\s+/iu;
/** Where the name of a thing ends. */
const THING_END =
  /[,;(]|\s(?:about|at|by|for|from|in|into|on|to|with|that|which|who|so|when|without|while|before|after|until)\b/i;

/** What a title, a typed need or a sentence says that is to be done; null where no verb is heard. */
export function readDoing(text: string): Doing | null {
  const plain = text
    .slice(0, MOST_CHARACTERS)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?…]+$/, '');
  const start = doingStart(plain);
  if (start === null) return null;
  const doing = plain.slice(start);
  return { text: doing, parts: splitDoing(doing) };
}

/** Where the verb stands that the doing begins with. */
function doingStart(text: string): number | null {
  let start: number | null = null;
  if (WISH.test(text) || LEADS_ON.test(text)) {
    for (const pivot of text.matchAll(PIVOT)) {
      const [lead] = pivot;
      const verb = verbOf((pivot[1] ?? '').toLowerCase());
      const wanted: VerbForm = /^(?:at|in|of|practi[cs]e|learn)\s/i.test(lead) ? 'gerund' : 'base';
      if (verb?.form !== wanted) continue;
      start = pivot.index + lead.length;
      // "to get better at": the next pivot says what, if there is one.
      if (!LEADS_ON.test(text.slice(start))) return start;
    }
  }
  if (start !== null) return start;
  const from = ADVERB.exec(text)?.[0].length ?? 0;
  const tokens = tokensOf(text.slice(from));
  const isVerb = verbOf(tokens[0]?.word ?? '') !== null || isUnlistedVerb(wordsAt(tokens, 0), 'base');
  return tokens[0]?.from === 0 && isVerb ? from : null;
}

function wordsAt(tokens: readonly Token[], place: number): VerbInWords {
  const at = (index: number) => tokens[index]?.word ?? '';
  return { word: at(place), next: at(place + 1), afterNext: at(place + 2) };
}

function tokensOf(text: string): readonly Token[] {
  const found = text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[,;/&+]/gu);
  return [...found].map((match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function splitDoing(text: string): readonly SingleDoing[] {
  const region = text.slice(0, clauseStart(text));
  const tokens = tokensOf(region);
  const form = verbOf(tokens[0]?.word ?? '')?.form ?? 'base';
  const starts = AT_ONCE.test(text) ? [0] : verbPlaces(tokens, form);
  const parts = starts.map((place, index) => {
    const next = starts[index + 1];
    const last = next === undefined ? tokens.length : joinBefore(tokens, next);
    // What follows the last verb is said of its thing, clause and all.
    const end = next === undefined ? text.length : (tokens[last - 1]?.to ?? 0);
    return partOf(text, tokens.slice(place, last), end);
  });
  return withThings(parts);
}

/** A verb after "to" begins a clause of its own: "use a sheet to plan and track". */
function clauseStart(text: string): number {
  const found = [CLAUSE.exec(text.slice(1))?.index ?? text.length];
  for (const match of text.slice(1).matchAll(/\bto\s+([\p{L}-]+)/giu)) {
    const isJoined = /(?:[,;/&+]|\b(?:and|or|then))\s*(?:how\s+)?$/i.test(text.slice(0, match.index + 1));
    if (!isJoined && verbOf((match[1] ?? '').toLowerCase())?.form === 'base') found.push(match.index);
  }
  return Math.min(...found) + 1;
}

/** The tokens that begin a doing: the first, and each verb of the same form after a comma, "and", "then", "or". */
function verbPlaces(tokens: readonly Token[], form: VerbForm): readonly number[] {
  const places = [0];
  for (let place = 1; place < tokens.length; place += 1) {
    if (!JOINS.has(tokens[place]?.word ?? '')) continue;
    const join = place;
    while (JOINS.has(tokens[place]?.word ?? '') || FILLERS.has(tokens[place]?.word ?? '')) place += 1;
    const words = wordsAt(tokens, place);
    const before = tokens.slice(places.at(-1), join).map((token) => token.word);
    if ([before[0], before.at(-1)].some((first) => isOneAct(first ?? '', words.word))) continue;
    if (
      isOneProcess(
        before.filter((each) => !JOINS.has(each)),
        words.word,
      )
    )
      continue;
    const isSeries = tokens[join]?.word === ',' && endsInVerb(tokens.slice(place), form);
    if (!isSecondVerb(words, form, isBare(before) || isSeries)) continue;
    // "go and ask", "go to the shop and buy": the doing begins only here.
    const [verb = ''] = before;
    if ((before.length === 1 && isLight(verb)) || verb === 'go') places.pop();
    places.push(place);
  }
  return places;
}

/** "write a CV, answer questions and negotiate a salary": what is last in a row tells what the others in it are. */
function endsInVerb(tokens: readonly Token[], form: VerbForm): boolean {
  return tokens.some((token, place) => {
    const { word } = wordsAt(tokens, place + 1);
    return token.word === 'and' && word !== '' && isSecondVerb(wordsAt(tokens, place + 1), form, false);
  });
}

/** "plan", "follow up", "prepare for": the thing is still to come, so what follows the join is a verb too. */
function isBare([verb = '', ...rest]: readonly string[]): boolean {
  const base = verbOf(verb)?.base ?? verb;
  const [particle = ''] = rest;
  return (
    rest.length === 0 || (rest.length === 1 && (isParticle(base, particle) || PREPOSITIONS.has(particle)))
  );
}

const isParticle = (base: string, word: string) => PHRASAL_VERBS.has(`${base} ${word}`);

/** Past the thing before it, back over the joining words. */
function joinBefore(tokens: readonly Token[], place: number): number {
  let end = place;
  while (JOINS.has(tokens[end - 1]?.word ?? '') || FILLERS.has(tokens[end - 1]?.word ?? '')) end -= 1;
  return end;
}

function partOf(text: string, [head, second]: readonly Token[], end: number): SingleDoing {
  const base = verbOf(head?.word ?? '')?.base ?? head?.word ?? '';
  const particle = second !== undefined && isParticle(base, second.word) ? second : null;
  const from = (particle ?? head)?.to ?? 0;
  return {
    verb: particle === null ? base : `${base} ${particle.word}`,
    object: text.slice(from, Math.max(from, end)).trim(),
  };
}

/** "plan and run a meeting": both are done to the meeting. "write a note and read it": what is read is the note. */
function withThings(parts: readonly SingleDoing[]): readonly SingleDoing[] {
  const whole: SingleDoing[] = [];
  /** Named by the nearest doing after it that names one. */
  let later = '';
  for (const part of [...parts].reverse()) {
    const isOpen =
      (part.object === '' && takesThing(part.verb)) || PREPOSITIONS.has(part.object.toLowerCase());
    whole.unshift(isOpen ? { ...part, object: sharedObject(part, later) } : part);
    if (!isOpen) later = part.object.replace(GOING_ON, '');
  }
  return whole.map((part, index) => ({
    ...part,
    object: withNoun(part.object, whole[index - 1]?.object ?? ''),
  }));
}

/** Nobody cleans a dinner: one cleans up after it. */
function sharedObject({ verb, object }: SingleDoing, later: string): string {
  const isAfter = AFTER_AN_OCCASION.has(verb) && OCCASION.test(later);
  return `${isAfter ? 'up after' : object} ${later}`.trim();
}

function withNoun(object: string, before: string): string {
  const thing = before.split(THING_END)[0]?.trim() ?? '';
  if (thing === '') return object;
  const isPlural = /[^s]s$/i.test(thing) && !/^(?:an?|one|this|each)\s/i.test(thing);
  return object.replace(isPlural ? /\bthem\b/i : /\bit\b/i, () => thing);
}
