/** Grammar: in every sentence, and so telling nothing. */
const GRAMMAR_WORDS = wordSet(`
  a about am an and any are aren as at be because been before being but by can cannot cant could couldn did didn do does
  doesn don dont down during each for from had hadn has hasn have haven having he her here hers him his how i if im in
  into is isn it its ive just ll me more most mustn my myself no nor not now of off on once only or other our ours out
  over own re same shan she should shouldn so some such than that the their them then there these they this those to too
  under until up us ve very was wasn we were weren what when where which while who whom why will with won would wouldn
  yes you your yours`);

/**
 * What needs are put in, whatever the skill is: wishes, praise and blame, how often and how soon. "people", "work", "talk",
 * "tell" and "problem" are not among them, since whole micromasteries are about these.
 */
export const FILLER_WORDS: ReadonlySet<string> = wordSet(`
  able actually again almost already also although always amazing another anybody anyone anything anyway anywhere around
  ask asked asking asks away awful bad badly become becomes becoming best better bit certain come comes coming completely constantly day days
  despite difficult difficulty easier easily easy either else end ended ending ends enough especially even ever every everybody everyone
  everything everywhere excellent feel feeling feels felt find finding finds gave get gets getting give gives giving go
  goes going good got great happen happens hard harder hardly hate help helping helps hour hours improve improving
  instead keep keeping keeps kept kind knew know knowing knows later learn learned learner learning learns learnt less let letting
  lets like likes literally little lose loses losing lost lot lots love made make makes making manage managing many may maybe might minute minutes
  month months much must need needed needing needs never new next nice nobody nothing often one ones ought particular
  perhaps please poor poorly practice practise practising pretty probably properly put puts putting quite rather really run running runs
  seem seems shall simply skill skills somebody somehow someone something sometimes somewhere soon sort start started
  starting starts still stop stopped stopping stops struggle struggles struggling stuff terrible terribly trouble troubles turn turned turning turns thing things think thinking though time
  times today tomorrow tonight tried tries try trying unable use used uses using usually want wanted wanting wants way ways
  week weeks well whatever whenever whether wish wished wishes wishing within without year years yet
  eight five four hundred nine old seven six ten three two`);

export type NeedWords = {
  /** Lower case, each once, in the order they were typed. */
  readonly words: readonly string[];
  /** Nothing was typed but fillers: then `words` are these, and find only a title that holds them all. */
  readonly isFiller: boolean;
};

/** The words of a need that say which skill it is about; the fillers are left out as soon as others remain. */
export function needWords(need: string): NeedWords {
  const typed = saidWords(need);
  const telling = typed.filter((word) => !FILLER_WORDS.has(word));
  return telling.length > 0 ? { words: telling, isFiller: false } : { words: typed, isFiller: true };
}

/** Without grammar, each once, in the order they were typed. */
export function saidWords(text: string): readonly string[] {
  return [...new Set(wordsOf(text))].filter((word) => word.length >= 2 && !GRAMMAR_WORDS.has(word));
}

/** Runs of letters and digits, in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
