import { targetFault } from '../../engine/measure/target-fault.ts';
import { MicromasteryDesign } from '../library/contract.ts';

/** What the screen calls what a design has, by its path without places in lists. */
const LABELS: Readonly<Record<string, string>> = {
  title: 'What will you be able to do?',
  verb: 'The one verb',
  summary: 'In a sentence',
  needs: 'Which needs it answers',
  fields: 'The greater field',
  'entryTrick.text': 'The way in',
  'entryTrick.limit': 'What it hides, and when to drop it',
  'payoff.statement': 'It pays when',
  'payoff.unit': 'Counted in',
  'payoff.howMeasured': 'How it is measured',
  'payoff.conditions': 'Conditions that stay the same',
  'payoff.anchors.at0': '0 is',
  'payoff.anchors.at5': '5 is',
  'payoff.anchors.at10': '10 is',
  'repeat.floor': 'The two-minute version',
  'repeat.rhythm': 'When, and how it is repeated',
  twists: 'Twists, drawn now and then',
  'twists.name': 'Name',
  'twists.instruction': 'What to do',
  experiments: 'Things to vary',
  'experiments.name': 'What is varied',
  'experiments.levels': 'Its settings',
  'support.kit': 'Kit',
  'support.tools': 'Tools',
  'support.people': 'People',
  'support.place': 'Place',
  'support.time': 'Time',
  'support.mindset': 'Open mind',
  'support.obstacles': 'When something is in the way',
  'support.obstacles.if': 'If',
  'support.obstacles.then': 'then',
  'rubPat.a.name': 'Its name',
  'rubPat.a.soloDrill': 'Practised alone',
  'rubPat.a.measure': 'Measured by',
  'rubPat.b.name': 'Its name',
  'rubPat.b.soloDrill': 'Practised alone',
  'rubPat.b.measure': 'Measured by',
  'rubPat.together': 'How they come together',
  'formats.checklist': 'The answer as a checklist',
  'formats.pictures': 'To look at',
  'formats.pictures.caption': 'Step in words',
  'formats.audio.transcript': 'What is said',
  'formats.video.transcript': 'What is said and done',
  safety: 'Safety',
  source: 'Where it comes from',
  sizeReason: 'It is right as it is, because',
  licence: 'Licence',
};

/** Of a line that is named, as much as tells it from the others. */
const QUOTED = 40;

type Issue = NonNullable<ReturnType<typeof MicromasteryDesign.safeParse>['error']>['issues'][number];

export type ContractFault = {
  /** The field of the design that it is in, such as "support". */
  readonly field: string;
  /** Its path, with the place of an item that has fields of its own: "payoff.unit", "twists.2.name". */
  readonly at: string;
  readonly message: string;
};

/** More at once would not be read. */
const MOST_FAULTS = 5;

/** Nobody types it, so it came with a file. */
const NOT_TYPED =
  'Something that came with the file cannot be saved: clear it, and begin from another file or anew.';

/** What home would refuse, before it is asked: in the words that stand beside the fields. */
export function contractFaults(design: MicromasteryDesign): readonly ContractFault[] {
  const read = MicromasteryDesign.safeParse(design);
  if (read.success) return [];
  return read.error.issues.slice(0, MOST_FAULTS).map((issue) => ({
    field: String(issue.path[0] ?? ''),
    at: fieldOf(design, issue),
    message: sentenceOf(design, issue),
  }));
}

/** A line of a field is no field of its own; of two things with one name it is the second. */
function fieldOf(design: MicromasteryDesign, { path, code }: Issue): string {
  const field = (typeof path.at(-1) === 'number' ? path.slice(0, -1) : path).join('.');
  const value = valueAt(design, path);
  if (code !== 'custom' || !Array.isArray(value)) return field;
  const names = value.map((item) => valueAt(item, ['name']));
  const second = names.findIndex((name, at) => typeof name === 'string' && names.indexOf(name) < at);
  return second < 0 ? field : `${field}.${second}.name`;
}

const pathOf = ({ path }: Issue) => path.filter((step) => typeof step === 'string').join('.');

function sentenceOf(design: MicromasteryDesign, issue: Issue): string {
  const { path } = issue;
  if (path[0] === 'payoff' && path[1] === 'target') return targetSentence(design);
  const label = LABELS[pathOf(issue)];
  if (label === undefined) return NOT_TYPED;
  const where = `“${label}”${ofWhat(design, path)}`;
  const value = valueAt(design, path);
  const isLineOfMany = typeof path.at(-1) === 'number' && typeof value === 'string';
  const line = isLineOfMany ? `, in “${shortened(value)}”` : '';
  if (issue.code === 'too_big' && Array.isArray(value))
    return `${where} has ${value.length} entries, and ${issue.maximum} at most: leave some out.`;
  if (issue.code === 'too_big')
    return `${where}${line}: ${isLineOfMany ? 'a line has' : 'there are'} ${issue.maximum} characters at most. Make it shorter.`;
  if (issue.code === 'custom' && Array.isArray(value)) return `${where}: two are alike. Keep one of them.`;
  // Written by the contract, as the end of a sentence.
  if (issue.code === 'custom') return `${where}${line} ${issue.message}.`;
  return `${where}${line} cannot be saved as it is: change it, or take it away.`;
}

function targetSentence({ payoff }: MicromasteryDesign): string {
  const fault = payoff === null ? null : targetFault(payoff);
  switch (fault?.fault) {
    case 'one-end':
      return 'A range has two ends: give both “From” and “To”, or neither.';
    case 'ends-crossed':
      return '“From” is the lower end of the range, and “To” the higher one: here it is the other way round.';
    default:
      return 'The target is no value of this measure: write another one.';
  }
}

/** Of several that have the same fields, which one: by its name, or by what it begins with. */
function ofWhat(design: MicromasteryDesign, path: Issue['path']): string {
  const [part, which] = path;
  if (part === 'rubPat' && which === 'a') return ' of the one skill';
  if (part === 'rubPat' && which === 'b') return ' of the other skill';
  const place = path.findIndex((step) => typeof step === 'number');
  if (place < 0 || place === path.length - 1) return '';
  const item = valueAt(design, path.slice(0, place + 1));
  const name = path.at(-1) === 'name' ? undefined : (valueAt(item, ['name']) ?? valueAt(item, ['if']));
  return typeof name === 'string' ? ` of “${shortened(name)}”` : ` of number ${Number(path[place]) + 1}`;
}

function valueAt(from: unknown, path: Issue['path']): unknown {
  let value = from;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= QUOTED ? text : `${characters.slice(0, QUOTED).join('')}…`;
}
