/** What is counted ends here; the rest says of what, or how fast: "points | of ten", "words | a minute". */
const HEAD_END = /\s(?:an?|per|each|every|of|in)\s|\s*[/,(]/i;
/** A clause has a verb that would have to change too: "readers who say it right". */
const CLAUSE = /\b(?:that|who|which|are|were|have|it)\b/i;
const IRREGULAR: readonly (readonly [many: string, one: string])[] = [
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['dice', 'die'],
  ['knives', 'knife'],
  ['leaves', 'leaf'],
  ['loaves', 'loaf'],
];

/**
 * What people count. Only these are taken apart: the ending does not tell "bars" from "lens", "gas" and "news", nor
 * from a plural of another language, whose singular is not a letter shorter ("errores", "Kurs").
 */
const COUNTED = `
  accent act action address angle answer apple arm arrow article ask attempt baby back bag ball bar basket bead beat bell bend
  bird block blow board book bottle bounce bow bowl box branch bread breath brick bug button cake call car card cast
  catch centimetre chain chance change chapter character check chin-up chip choice chop chord chorus circle claim clap class
  client clue code coin colleague colour column combo comma comment commit concept cone contact conversation corner correction
  count cube cup curve customer cut cycle dance dart date day deal decision defect degree detail dip dish dive dog door
  dot draft draw drawing dribble drill drink drop edge edit egg email entry error essay event exam example exercise eye face
  fact fall fault feature feeling field fig figure file finger fish fix flag flaw flip floor flower focus fold foul frame
  friend function game gesture goal gram greeting grip group guess guest habit half-hour hand handover head heading
  heartbeat hesitation hill hint hit hold hole home hook hoop hour hug idea image inch ingredient insight interruption
  introduction invitation issue item jab joke juggle jump kata key kick kilometre kilo kiss knee knot label ladder lap
  leg length lesson letter level lie lift line link list listener litre load lock loop loss lunge machine map mark marker mask
  match meal measure meeting member message metre mile millimetre millisecond minute mishit miss mistake model moment month
  mouse move movement name need needle neighbour nod note noun number objection objective observation octave offer
  omelette opening option order outcome outline oval owner page pair pan paragraph part participant partner party pass path
  pattern pause pedal pencil petal phrase picture piece pitch place plan plank plant plate play player
  point pose position post pot pound prediction press press-up problem product project promise prompt proof proposal puff
  pull pull-up pulse punch push push-up putt puzzle question quote racket rally reach reader reading reason rebound recall recipe
  record reel referral repair repeat repetition rep reply report request response rest result return review rhyme rib rock
  roll room root rope rotation round route row rule run sale scale scene score screen seat second section seed sentence
  serve session set shade shape share shell shift shoe shot shout sign signal silence sip sit-up skate sketch
  skill skip slice slide slip smash smile solution solve song sound source spark speaker spin split spot square squat
  stage stair stamp star start statement step stick stitch stone stop story streak street stride string stroke student
  study suggestion summary swing switch syllable symbol symptom table tackle tail take talk target task team
  test text theme thing thought thread throw ticket tie tile time tip token tone tool topic touch track trade translation tree
  trial triangle trick trip truth try tune turn twist type unit user value verb verse video view visit voice vote vowel walk
  warning wave way week weight whisper win window wish word worker year yard
`
  .trim()
  .split(/\s+/);

const SINGULAR: ReadonlyMap<string, string> = new Map([
  ...COUNTED.map((one): [string, string] => [pluralOf(one), one]),
  ...IRREGULAR,
]);

function pluralOf(one: string): string {
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

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
  const known = SINGULAR.get(word.charAt(0).toLowerCase() + word.slice(1));
  if (known === undefined) return /s$/i.test(word) ? null : word;
  return /^[A-Z]/.test(word) ? known.charAt(0).toUpperCase() + known.slice(1) : known;
}
