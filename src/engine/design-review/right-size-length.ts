/** `said`: something that is never made in one sitting, in the words of the title. */
export type Length =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'project'; readonly said: string };

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{
      a: 1,
      an: 1,
      one: 1,
      two: 2,
      three: 3,
      four: 4,
      five: 5,
      six: 6,
      seven: 7,
      eight: 8,
      nine: 9,
      ten: 10,
    },
    ...{
      eleven: 11,
      twelve: 12,
      fifteen: 15,
      twenty: 20,
      thirty: 30,
      forty: 40,
      'forty-five': 45,
      fifty: 50,
    },
    ...{ sixty: 60, ninety: 90, half: 0.5, 'half a': 0.5, 'half an': 0.5 },
  }),
);
const NUMBERS = [...NUMBER_WORDS.keys()].sort((a, b) => b.length - a.length).join('|');
/** "45 minutes", "two-hour", "an hour and a half", "half an hour". */
const SPAN = new RegExp(
  `(?<before>[\\p{L}]+ )?\\b(?<amount>\\d+(?:[.,]\\d+)?|${NUMBERS})[ -](?<unit>minutes?|mins?|hours?|hrs?)\\b(?<half> and a half)?(?:['’]s?)?(?<after> [\\p{L}]+)?`,
  'iu',
);
/** A date by which, a rate, or how often: no length. */
const NO_LENGTH_BEFORE = /^(?:within|every|times|once|twice|per|each|save|under|next|last|words|beats) $/i;
const NO_LENGTH_AFTER = /^ (?:earlier|later|ago|ahead|before|after|early|late|sooner|clock|faster)$/i;
const WHOLE_DAY =
  /\b(?:all|whole|full|half|two|three|four|five|\d+)[ -]days?\b(?=[ -]|$)|\bday-long\b|\bweek-long\b/i;
const DEADLINE =
  /\b(?:in|within|every|under|after|for) (?:the )?(?:all|whole|full|half|two|three|four|five|\d+)[ -]days?\b/i;
const DAY_MINUTES = 480;

/** Made with one of these, those are the work of weeks. */
const PROJECT =
  /^(?:build|design|develop|finish|found|launch|learn|make|organi[sz]e|plan|produce|publish|record|renovate|run|self-publish|set up|start|write)\s+(?:an?|my|our|the|your)\s+(?:(?!of\b|for\b|about\b|in\b|on\b|with\b|to\b)[\p{L}-]+\s+){0,2}(?:album|app|apartment|bathroom|book|business|campaign|company|conference|dissertation|documentary|film|flat|house|kitchen|language|marathon|movie|novel|phd|start-?up|thesis|website|wedding)(?=$|[,.;:]|\s+(?:about|and|at|by|for|from|in|on|this|that|to|with|without|which)\b)/iu;

/** How long one attempt takes, if its title says so. */
export function lengthSaid(title: string): Length | null {
  const project = PROJECT.exec(title.replace(/^(?:i|we)\s.*?\bto\s+/i, ''))?.[0];
  if (project !== undefined) return { kind: 'project', said: project };
  if (WHOLE_DAY.test(title) && !DEADLINE.test(title)) return { kind: 'minutes', minutes: DAY_MINUTES };
  const { before = '', amount = '', unit = '', half, after = '' } = SPAN.exec(title)?.groups ?? {};
  if (amount === '' || NO_LENGTH_BEFORE.test(before) || NO_LENGTH_AFTER.test(after)) return null;
  const number = NUMBER_WORDS.get(amount.toLowerCase()) ?? Number(amount.replace(',', '.'));
  return {
    kind: 'minutes',
    minutes: (number + (half === undefined ? 0 : 0.5)) * (/^h/i.test(unit) ? 60 : 1),
  };
}

const WHOLE_DAY_BEFORE =
  /\b(an?\s+)?(?:all|whole|full|half|two|three|four|five|\d+)[ -]days?\s+|\b(an?\s+)?(?:day|week)-long\s+/i;

/**
 * A title without its minutes, so that a piece of it is not too long again: “Run a workshop”. Where it cannot do without
 * them, they become ten.
 */
export function withoutLength(title: string): string {
  const day = WHOLE_DAY_BEFORE.exec(title);
  if (day !== null) return cutOut(title, day.index, day[0], day[1] ?? day[2] ?? '');
  const found = SPAN.exec(title);
  if (found === null) return title;
  const { before = '', amount = '', after = '' } = found.groups ?? {};
  const start = found.index + before.length;
  const end = found.index + found[0].length - after.length;
  const rest = title.slice(end);
  if (start === 0 && /^\s+of\s/i.test(rest)) return rest.replace(/^\s+of\s+/i, '');
  if (found.index === 0 && /^(?:spend|take) $/i.test(before))
    return rest.replace(/^\s+(?:(?:on|to)\s+)?/i, '');
  if (/^(?:for|in|within|lasting) $/i.test(before) && /^\s*(?:$|[,;:(])/.test(rest))
    return `${title.slice(0, found.index).trimEnd()}${rest}`;
  // "a two-hour workshop", and not "take an hour to ask".
  const isBeforeThing = /^\s+(?!(?:and|at|by|for|in|on|or|that|to|until|which|with|without)\b)\p{L}/iu.test(
    rest,
  );
  if (isBeforeThing && /^(?:an?) $/i.test(before))
    return cutOut(title, found.index, title.slice(found.index, end) + (/^\s+/.exec(rest)?.[0] ?? ''), before);
  if (isBeforeThing && /-/.test(title.slice(start + amount.length, end)))
    return cutOut(title, start, title.slice(start, end) + (/^\s+/.exec(rest)?.[0] ?? ''), '');
  return `${title.slice(0, start)}ten minutes${rest}`;
}

/** An article that stood before what goes fits what then follows it. */
function cutOut(title: string, at: number, gone: string, article: string): string {
  const rest = title.slice(at + gone.length);
  if (article === '') return `${title.slice(0, at)}${rest}`;
  const fitting = /^[aeiou]/i.test(rest) ? 'an' : 'a';
  const written = /^A/.test(article) ? sentenceStart(fitting) : fitting;
  return `${title.slice(0, at)}${written} ${rest}`;
}

const sentenceStart = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
