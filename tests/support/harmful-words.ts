/**
 * What must not be said to anybody who practises (row Y4 and "What we never do"): each pattern with what it would do to
 * them. A word that may stand in another sense has that sense among the exceptions of the test.
 */
export const HARMFUL: readonly { readonly pattern: RegExp; readonly harm: string }[] = [
  {
    pattern: /\b(\d+|[a-z]+)[- ]day streak|\bstreaks?\b|days? in a row/i,
    harm: 'counts days so that they can break',
  },
  {
    pattern: /\b[Ll]evel(l?ed)? up\b|\bunlock(ed|s)?\b|\bbadges? earned\b|\bpoints earned\b|\bXP\b/,
    harm: 'plays a game that nobody chose',
  },
  {
    pattern:
      /\bleader ?boards?\b|\branked\b|\byour rank\b|\btop \d+ ?%|better than \d+|\bbehind (your|the) (peers|colleagues|others|team)/i,
    harm: 'ranks people',
  },
  {
    pattern: /\blaz(y|iness)\b|\bshame\b|\bpathetic\b|\bloser\b|\bstupid\b|\bexcuses?\b|\bdisappoint/i,
    harm: 'shames',
  },
  {
    pattern:
      /\byou (have )?(failed|fell behind|missed out|gave up|slacked|broke)\b|\bfalling behind\b|\byou should have\b/i,
    harm: 'blames',
  },
  {
    pattern:
      /\b(don’t|don't|do not) (lose|break|miss|give up)\b|\bwe miss you\b|\bbefore it(’|')s too late\b/i,
    harm: 'threatens with a loss',
  },
  {
    pattern: /\bhurry\b|\blast chance\b|\bonly \d+ (left|hours|days)\b|\bact now\b|\blimited time\b/i,
    harm: 'presses',
  },
  {
    pattern: /\b(talent(ed)?|gifted|natural ability|aptitude|born to)\b/i,
    harm: 'says that it takes a gift',
  },
  {
    pattern:
      /\blearning styles?\b|\bvisual learners?\b|\bauditory learners?\b|\bkin(a)?esthetic learners?\b/i,
    harm: 'claims learning styles',
  },
  { pattern: /10[.,  ]?000[- ]hours?|ten[- ]thousand hours/i, harm: 'claims ten thousand hours' },
  {
    pattern:
      /\b(amazing|awesome|incredible|fantastic|congratulations|well done|great job|keep it up|you rock|crushed it)\b/i,
    harm: 'gushes',
  },
  { pattern: /\p{Extended_Pictographic}/u, harm: 'is an emoji' },
];

/** Marks that only shout. */
export const SHOUTING = /[a-zà-ÿ)”]!(\s|$)/i;

export type Harm = { readonly text: string; readonly harm: string };

export function harmIn(text: string): readonly Harm[] {
  const found = HARMFUL.filter(({ pattern }) => pattern.test(text)).map(({ harm }) => ({ text, harm }));
  return SHOUTING.test(text) ? [...found, { text, harm: 'shouts' }] : found;
}
