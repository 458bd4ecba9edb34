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
