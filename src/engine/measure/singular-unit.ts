/** What is counted ends here; the rest says of what, or how fast: "points | of ten", "words | a minute". */
const HEAD_END = /\s(?:an?|per|of|in)\s|\s*[/,(]/i;
/** A clause has a verb that would have to change too: "readers who say it right". */
const CLAUSE = /\b(?:that|who|which|are|were|have|it)\b/i;
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['feet', 'foot'],
]);
/** Endings that come from more than one singular: "tries" and "calories", "moves" and "halves", "uses" and "buses". */
const UNSURE = /(?:[^s]ses|[^tnr]ches|ies|ves|oes|xes|zes|ss|us|is)$/i;

/**
 * The unit of one: "catches" is "catch", "words a minute" is "word a minute", "kg" stays. Null where that is not sure:
 * learners write what they like, and a wrong word is worse than a roundabout one.
 */
export function singularUnit(unit: string): string | null {
  if (CLAUSE.test(unit)) return null;
  const end = HEAD_END.exec(unit)?.index ?? unit.length;
  const words = unit.slice(0, end).split(' ');
  const counted = words.pop() ?? '';
  // "loops agreed": what is counted does not come last.
  if (words.some((word) => /s$/i.test(word))) return null;
  const one = singularWord(counted);
  return one === null ? null : `${[...words, one].join(' ')}${unit.slice(end)}`;
}

function singularWord(word: string): string | null {
  const irregular = IRREGULAR.get(word.toLowerCase());
  if (irregular !== undefined) return irregular;
  if (!/s$/i.test(word)) return word;
  // Without a vowel it is an abbreviation, and those stay as they are written.
  if (!/^(?:[a-z]+-)*[a-z]{3,}$/i.test(word) || !/[aeiouy]/i.test(word) || UNSURE.test(word)) return null;
  return /(?:ches|shes|sses)$/i.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
