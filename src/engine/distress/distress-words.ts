/** Said of oneself, and of more than a practice. Each is a phrase, since its words alone are said of knots and onions too. */
const PHRASES = [
  'kill(?:ing)? myself',
  'end(?:ing)? (?:my (?:own )?life|it all)',
  'tak(?:e|ing) my (?:own )?life',
  '(?:want|wanna|would like|rather|going|ready)(?: to)? (?:die|be dead)',
  'wish (?:i|that i) (?:was|were) (?:dead|never born)',
  'wish i had never been born',
  '(?:i am|i would be|they would be|everyone would be|everybody would be) better off (?:dead|without me)',
  'no (?:reason|point)(?: left)? (?:to|in) (?:live|living|go on living)',
  'nothing(?: left)? to live for',
  '(?:not|never) worth living',
  '(?:do not|no longer) want to (?:live(?! in| at| with| here)|be alive|go on (?:living|any ?more)|be here any ?more)',
  'cannot (?:go on (?:living|any ?more)|take (?:it|this) any ?more)',
  'suicid(?:e|al)(?! squeeze| burn| door| mission)',
  'self[- ]?harm(?:ing|ed)?',
  'harm(?:ing|ed)? myself',
  '(?:want to|going to|feel like) (?:hurt|hurting|cut|cutting) myself',
  '(?:hurt|cut)(?:ting|ing)? myself (?:on purpose|again on purpose|deliberately)',
  '(?:i am|i feel)(?: so| completely| utterly| totally| just)? (?:worthless|hopeless|a burden)',
  'i hate (?:myself|my life)',
] as const;

const SAID = new RegExp(`(?<![a-z])(?:${PHRASES.join('|')})(?![a-z])`);

const SHORT_FORMS: readonly (readonly [short: RegExp, long: string])[] = [
  [/\bdon t\b|\bdont\b/g, 'do not'],
  [/\bcan t\b|\bcant\b|\bcan not\b/g, 'cannot'],
  [/\bi m\b|\bim\b/g, 'i am'],
  [/\b(i|they|everyone|everybody) d\b/g, '$1 would'],
];

/**
 * Whether words that somebody wrote say that they are in distress, in English: then help is shown, and no score.
 * It knows phrases and not people: it misses much, and so decides nothing but what is shown on this screen.
 */
export function saysDistress(text: string): boolean {
  let plain = text
    .toLowerCase()
    .replace(/[^a-z-]+/g, ' ')
    .trim();
  for (const [short, long] of SHORT_FORMS) plain = plain.replace(short, long);
  return SAID.test(plain);
}
