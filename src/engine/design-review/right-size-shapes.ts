import { sentenceCase } from '../sentence-case.ts';
import { readDoing } from './right-size-doing.ts';

/** One doing inside what has no end, that is over within minutes. */
export type Shape = { readonly title: string; readonly verb: string };

/** Instruments and languages are learned by one of a few doings each; every other field by ones that fit any field. */
const INSTRUMENT =
  /^(?:the\s+|my\s+)?(?:(?:acoustic|bass|classical|electric|jazz)\s+)?(accordion|bagpipes|banjo|bass|bassoon|cello|clarinet|cornet|double bass|drums|fiddle|flute|french horn|guitar|harmonica|harp|harpsichord|keyboard|mandolin|marimba|oboe|organ|piano|recorder|sax|saxophone|sitar|tabla|trombone|trumpet|tuba|ukulele|viola|violin|xylophone)$/i;
const LANGUAGE =
  /^(?:(?:basic|conversational|spoken|some)\s+)?(afrikaans|albanian|arabic|basque|bengali|bulgarian|cantonese|catalan|chinese|croatian|czech|danish|dutch|english|esperanto|estonian|finnish|french|gaelic|german|greek|gujarati|hausa|hebrew|hindi|hungarian|icelandic|igbo|indonesian|irish|italian|japanese|korean|latin|latvian|lithuanian|malay|mandarin|maori|marathi|norwegian|persian|polish|portuguese|punjabi|romanian|russian|serbian|slovak|slovene|somali|spanish|swahili|swedish|tagalog|tamil|telugu|thai|turkish|ukrainian|urdu|vietnamese|welsh|xhosa|yoruba|zulu)$/i;
const OVER_PEOPLE =
  /\b(?:lead(?:er|ing|ership)?|manag(?:e|er|ing)|motivat(?:e|ing)|inspir(?:e|ing)|supervis(?:e|ing))\b/i;
const PEOPLE =
  /\b(?:colleagues|employees|group|others|people|staff|teams?|volunteers)\b|\bleader(?:ship)?\b|\bmanager\b/i;

/** Fields, and not doings: nobody is ever through with one. */
export const FIELD =
  /^(?:\p{L}+\s){0,3}(?:skills?|leadership|communication|confidence|creativity|productivity|management|resilience|mindfulness|fitness|networking|teamwork|well-?being|self-care)$/iu;
const LEARN = /^(?:learn|study|master)(?:ing)?\s+(?:more\s+about\s+|about\s+|some\s+)?(.+)$/iu;
const BETTER =
  /^(?:be|becom|gett?)(?:e|ing)?\s+(?:\p{L}+ly\s+)?(?:better|comfortable|confident|faster|fluent|good|great|quicker|used)\s+(?:at\s+|in\s+|to\s+|with\s+)?(.+)$/iu;
const IMPROVE = /^(?:boost|develop|enhance|improve|practi[cs]e|strengthen)\s+(?:at\s+|in\s+)?(.+)$/iu;
const UNDERSTAND = /^(?:know|understand)\s+(.+)$/iu;
const PLAY_OR_SPEAK = /^(?:play|speak)(?:ing)?\s+(.+)$/iu;
const ABSENCE = /^(?:avoid|quit|stop)\s+\p{L}+ing\b/iu;
/** How well is no part of what. */
const HOW_WELL = /\s+(?:better|effectively|fluently|more|properly|successfully|well)$/i;
/** A clock or a calendar decides, and no minutes of doing: whoever wants it has to say themselves when it was there. */
const BY_THE_CLOCK =
  /\b(?:on time|within|every|daily|all the time|at all times|constantly|fit|healthy|in general|from now on)\b/i;
/** Longer names make no title. */
const MOST_TOPIC = 60;

/** Nothing but an instrument or a language: “play the guitar”, “speak French”. */
export const isWholeRepertoire = (title: string): boolean => {
  const topic = topicOf(PLAY_OR_SPEAK, title);
  return topic !== null && (INSTRUMENT.test(topic) || LANGUAGE.test(topic));
};

/** Two or three doings inside what a title leaves without an end; none where the words tell too little. */
export function shapesInside(title: string): readonly Shape[] {
  const text = readDoing(title)?.text ?? title.replace(/[.!?…]+$/, '').trim();
  const learned = topicOf(LEARN, text);
  const topic = learned ?? topicOf(BETTER, text) ?? topicOf(IMPROVE, text) ?? topicOf(PLAY_OR_SPEAK, text);
  const known = topicOf(UNDERSTAND, text);
  const name = topic ?? text;
  if (name.length > MOST_TOPIC || (known?.length ?? 0) > MOST_TOPIC) return [];
  const language = LANGUAGE.exec(name)?.[1];
  if (language !== undefined) return inLanguage(sentenceCase(language));
  const instrument = INSTRUMENT.exec(name)?.[1];
  if (instrument !== undefined) return onInstrument(instrument.toLowerCase());
  if (OVER_PEOPLE.test(text) && PEOPLE.test(text)) return WITH_PEOPLE;
  if (FIELD.test(text)) return inActivity(lowerFirst(text));
  if (learned !== null) return inSubject(firstOf(learned));
  if (known !== null) return ofKnowledge(known);
  if (topic !== null) return inActivity(topic);
  if (BY_THE_CLOCK.test(text)) return [];
  if (/^\p{L}+ing\b/iu.test(text)) return inActivity(lowerFirst(text));
  return asState(text, ABSENCE.test(text));
}

function topicOf(pattern: RegExp, text: string): string | null {
  const found = pattern.exec(text)?.[1]?.replace(HOW_WELL, '').trim() ?? '';
  return found === '' ? null : found;
}

/** Of several subjects the first: one is enough to begin with. */
const firstOf = (name: string) => name.split(/,|\sand\s/)[0]?.trim() ?? name;

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const shape = (verb: string, rest: string): Shape => ({ title: `${sentenceCase(verb)} ${rest}`, verb });

const inLanguage = (name: string) => [
  shape('say', `five sentences in ${name} from memory`),
  shape('ask', `for one thing in ${name}`),
  shape('repeat', `one minute of spoken ${name} aloud`),
];

const onInstrument = (name: string) => [
  shape('play', `four bars on the ${name} from memory`),
  shape('play', `one slow scale on the ${name} without a stop`),
];

const WITH_PEOPLE: readonly Shape[] = [
  shape('give', 'one person feedback in two sentences'),
  shape('hand over', 'one task in five minutes'),
  shape('ask', 'one person what stands in their way'),
];

const inSubject = (name: string) => [
  shape('explain', `one idea from ${name} in two minutes`),
  shape('do', `one exercise in ${name} without looking anything up`),
];

const ofKnowledge = (name: string) => [
  shape('name', `three facts about ${name} from memory`),
  shape('ask', `one question about ${name}`),
];

const inActivity = (name: string) => [
  shape('practise', `${name} for ten minutes, with one thing to watch`),
  shape('repeat', `the smallest part of ${name} ten times`),
];

function asState(text: string, isAbsence: boolean): readonly Shape[] {
  const verb = readDoing(text)?.parts[0]?.verb ?? '';
  const held = (where: string): Shape => ({ title: sentenceCase(`${text} ${where}`), verb });
  return isAbsence
    ? [held('for ten minutes'), held('for two minutes')]
    : [held('in one conversation'), held('for ten minutes')];
}
