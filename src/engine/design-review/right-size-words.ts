/**
 * The English that right-sizing listens for. These are lists and no grammar: what is not in them is not heard, and where
 * a word could be a noun as well, silence is preferred to a false alarm.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Doings that can stand for a unit of their own. Left out on purpose: what only ends or accompanies another act (wait, stop,
 * send, save, greet, watch, breathe, count), and what is no doing at all (know, understand, feel).
 */
const UNIT_VERBS = words(`
  analyse analyze apologise apologize argue arrange ask assemble bake brew build buy calculate calibrate carve choose chop
  clean climb close collect compare compose conduct convince create crochet deadlift debug decide decorate defend delegate
  deliver demonstrate deploy describe diagnose dice dive draw drive edit embroider engrave evaluate explain facilitate fix fold
  forage fry gather give grill grow hire hunt implement install introduce invite invoice juggle kayak knit launch lay lead listen
  make memorise memorize mend mix moderate mow negotiate observe onboard open operate organise organize pack paint peel
  perform persuade play polish pour predict prepare present prioritise prioritize program prune publish read recite
  recognise recognize reconcile recruit refuse rehearse renovate repair reply respond revise ride roast run sand sauté say
  sell set sew sharpen shave shoot sing sketch solder solve speak steer stretch summarise summarize swim teach tell throw
  tie translate trim tune type verify wash weave weld whittle wrap write`);

/** Nouns as well: "a plan and budget" is no verb too many, "plan and budget a trip" is. */
const NOUN_TOO_VERBS = words(`
  answer audit balance book brief budget call chair change chart coach cook cut dance design document draft drill estimate export
  film forecast haggle host interview iron log manage map market measure mentor model name navigate order park photograph
  pitch plan plant post price process prototype rank record report research review roll row sail schedule score shop skate slice
  sort stitch survey swing tackle talk test time touch track trade train vote walk water`);

/** Said with the word that belongs to them; the verb of the unit is both. */
export const PHRASAL_VERBS: ReadonlySet<string> = new Set([
  ...[
    'back up',
    'break down',
    'carry out',
    'check in',
    'clean up',
    'cool down',
    'fill in',
    'fill out',
    'follow up',
  ],
  ...[
    'give up',
    'hand off',
    'hand out',
    'hand over',
    'lay out',
    'look up',
    'open up',
    'pick up',
    'put together',
  ],
  ...[
    'roll out',
    'set up',
    'sign off',
    'speak out',
    'speak up',
    'stand up',
    'sum up',
    'take apart',
    'take off',
  ],
  ...[
    'take over',
    'tidy up',
    'turn down',
    'warm up',
    'wind down',
    'work out',
    'wrap up',
    'write down',
    'write up',
  ],
]);

const PHRASAL_HEADS = [...PHRASAL_VERBS].map((verb) => verb.split(' ')[0] ?? verb);

/** Heads of a doing that never make a second one: too light, or the end of another. */
const OTHER_HEADS = words(`
  count do find finish focus get go handle hold hear keep let meet move put remember see send show start stop take think
  use wait watch work`);

/** With these as its verb, nothing says when it has been done once. */
export const OPEN_VERBS: ReadonlySet<string> = new Set(
  words(`
    avoid be become boost communicate cope deal develop enhance feel improve increase inspire keep know lead live manage
    master motivate network remain stay strengthen study trust understand`),
);

const BASES: ReadonlySet<string> = new Set([
  ...UNIT_VERBS,
  ...NOUN_TOO_VERBS,
  ...PHRASAL_HEADS,
  ...OTHER_HEADS,
  ...OPEN_VERBS,
  'learn',
]);
const SECOND_VERBS: ReadonlySet<string> = new Set([...UNIT_VERBS, ...NOUN_TOO_VERBS]);
const NOUN_TOO: ReadonlySet<string> = new Set([
  ...NOUN_TOO_VERBS,
  'set',
  'lead',
  'fix',
  'open',
  'close',
  'present',
]);
/** "emails and meeting notes", "reading and drawing classes": as much a noun as a doing. */
const NOUN_TOO_GERUNDS: ReadonlySet<string> = new Set(
  words(`
    accounting briefing budgeting building coaching cooking dancing drawing marketing modelling opening painting planning
    pricing processing reading recording reporting sailing singing talking testing timing training walking writing`),
);

/** "planning" by "plan"; British doubling where the two differ. */
const GERUNDS: ReadonlyMap<string, string> = new Map([...BASES].map((base) => [gerundOf(base), base]));

function gerundOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base) && base !== 'be') return `${base.slice(0, -1)}ing`;
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base) ? `${base}${base.at(-1)}ing` : `${base}ing`;
}

export type VerbForm = 'base' | 'gerund';

/** The verb that a word in lower case is a form of, or null. */
export function verbOf(word: string): { readonly base: string; readonly form: VerbForm } | null {
  if (BASES.has(word)) return { base: word, form: 'base' };
  const base = GERUNDS.get(word);
  return base === undefined ? null : { base, form: 'gerund' };
}

/** In lower case, a word with the two that follow it; empty where the text ends. */
export type VerbInWords = { readonly word: string; readonly next: string; readonly afterNext: string };

/** Whether a word, after “and”, begins a second doing. `isSure`: what stands around it rules out that it is a noun. */
export function isSecondVerb(words: VerbInWords, form: VerbForm, isSure: boolean): boolean {
  const { word, next } = words;
  const verb = verbOf(word);
  if (verb === null) return isUnlistedVerb(words, form);
  if (verb.form !== form) return false;
  if (PHRASAL_VERBS.has(`${verb.base} ${next}`)) return true;
  if (!SECOND_VERBS.has(verb.base)) return false;
  const isNounToo = form === 'base' ? NOUN_TOO.has(verb.base) : NOUN_TOO_GERUNDS.has(word);
  return !isNounToo || isSure || BEFORE_A_THING.has(next) || DIRECTIONS.has(next);
}

/** After these a thing is named, so the word before them was a verb. */
const BEFORE_A_THING: ReadonlySet<string> = new Set(
  words(`
    a an any each every her his how it its me my one our some someone somebody that the their them these this those two
    three four five six seven eight nine ten what whatever who why your`),
);

/** "a rope and sail around a buoy": seldom said of a thing. */
const DIRECTIONS: ReadonlySet<string> = new Set(
  words('across along around away back downhill onto past round toward towards uphill'),
);

const ARTICLES: ReadonlySet<string> = new Set(words('a an the my your our their his its'));
const PARTICLES: ReadonlySet<string> = new Set(words('away back down off out up'));
/** "an orange a day" */
const RATES: ReadonlySet<string> = new Set(
  words('bit day few fortnight hour little lot minute month night second time week while year'),
);
/** A thing may be named after these, and none of them is a doing of its own. */
const NEVER_A_VERB: ReadonlySet<string> = new Set(
  words(`
    a about above across after against all along although among an and another any around as at because before behind below
    beneath beside between beyond both but by down during each either enough even every few for four from half here his
    how i if in inside into it its just like many me mine more most much my near neither never next no nobody none nor
    not now nothing of off on once one only onto or other our out outside over past per quite rather same several since
    so some somebody such than that the their them then there these they this those though three through throughout till
    to too toward towards twice two under underneath unless until up upon us very via we what whatever when where
    whether which while who whole whom whose why with within without yet you your
    accept add allow are be become been begin can could did do does had has have help is let may might must
    shall should was were will would blow breathe bring carry catch change close drop enjoy enter exhale grab greet hit inhale
    land lean leave lift like lower make mean need nod pause press pull push put raise release repeat rest return save
    smile step touch turn want`),
);

/**
 * A word that no list has and that a thing follows at once: “splice a rope”, “top up the oil”. A noun is followed by none.
 * What only accompanies or ends another act is no doing of its own, whatever follows.
 */
export function isUnlistedVerb({ word, next, afterNext }: VerbInWords, form: VerbForm): boolean {
  if (!/^[a-z]{2,}$/.test(word) || BASES.has(word) || NEVER_A_VERB.has(word)) return false;
  const isOfForm = form === 'gerund' ? /..ing$/.test(word) : !/(?:ing|ed|ly|[^s]s)$/.test(word);
  if (!isOfForm) return false;
  if (PARTICLES.has(next)) return ARTICLES.has(afterNext);
  return ARTICLES.has(next) && !RATES.has(afterNext);
}

/** What hands do to one thing in one go: “peel and dice an onion” is one doing. */
const HAND_ACTS: ReadonlySet<string> = new Set(
  words(`
    beat brush catch chop comb core crack cut dice dry fold grate knead lift loosen lower mix oil paint peel pluck polish pour press
    pull push rinse roll sand scrub season shell slice squeeze stir strum tap tighten toss throw trim turn twist varnish
    wash wax weigh whisk wipe`),
);

/** Whether a word only goes on with the acts before it, all of them done by hand to the same thing. */
export function isOneProcess(before: readonly string[], word: string): boolean {
  return [...before, word].every((each) => HAND_ACTS.has(verbOf(each)?.base ?? each));
}

/** Two words for one act, or two that are done at once and so make one micromastery with a rub-pat barrier. */
const ONE_ACT: ReadonlySet<string> = new Set([
  ...[
    'copy paste',
    'cut paste',
    'drag drop',
    'give take',
    'mix match',
    'plug play',
    'question answer',
    'read write',
  ],
  ...[
    'research develop',
    'search rescue',
    'show tell',
    'start stop',
    'stop start',
    'track trace',
    'trial error',
  ],
  ...['open close', 'rinse repeat', 'hunt gather', 'buy hold', 'buy sell', 'call answer'],
  ...[
    'play sing',
    'sing play',
    'sing dance',
    'dance sing',
    'walk talk',
    'listen respond',
    'listen type',
    'listen write',
  ],
]);
/** "go and ask", "sit and draw", "understand and explain": the second verb is the doing. */
const LIGHT: ReadonlySet<string> = new Set(
  words(
    'come feel find go hear know learn look remember see sit stand start stop think try understand use wait',
  ),
);

/** They are done to nothing: "speak and answer questions" asks for no spoken questions. */
const WITHOUT_THING: ReadonlySet<string> = new Set([
  ...words(
    'apologise apologize argue climb come dance go haggle listen reply respond skate speak swim talk vote walk wait',
  ),
  ...[
    'check in',
    'cool down',
    'follow up',
    'give up',
    'speak out',
    'speak up',
    'stand up',
    'warm up',
    'wind down',
  ],
]);

/** Whether what a later verb is done to can be this one's as well. */
export const takesThing = (verb: string): boolean => !WITHOUT_THING.has(verb);

/** Whether “a and b” is one act for whoever says it. */
export function isOneAct(first: string, second: string): boolean {
  return ONE_ACT.has(`${verbOf(first)?.base ?? first} ${verbOf(second)?.base ?? second}`);
}

/** Whether a verb without a thing of its own only leads up to the one that is joined to it. */
export const isLight = (word: string): boolean => LIGHT.has(verbOf(word)?.base ?? word);
