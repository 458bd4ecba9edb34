import type { MicromasteryDesign } from './contract.ts';

type Issue = NonNullable<ReturnType<typeof MicromasteryDesign.safeParse>['error']>['issues'][number];

/** What to write, by the path of the field; * is a place in a list. */
const EXAMPLES: Readonly<Record<string, string>> = {
  slug: 'slug: juggling-cascade',
  title: 'title: Thirty catches',
  verb: 'verb: juggle',
  fields: 'fields: [cooking, heat control]',
  licence: 'licence: CC BY 4.0',
  version: 'version: 1',
  lineage: 'lineage: [bowline 3]',
  rubPat: 'rubPat: with timing, a, b and together on the lines below',
  'rubPat.timing': 'timing: at-once',
  'rubPat.a': 'a: with name, soloDrill and measure on the lines below',
  'rubPat.b': 'b: with name, soloDrill and measure on the lines below',
  'rubPat.a.name': 'name: even throws',
  'rubPat.a.soloDrill': 'soloDrill: Exchange two balls, twenty times.',
  'rubPat.a.measure': 'measure: even exchanges of twenty',
  'rubPat.b.name': 'name: calm catching',
  'rubPat.b.soloDrill': 'soloDrill: Catch one ball softly, twenty times.',
  'rubPat.b.measure': 'measure: silent catches of twenty',
  'rubPat.together': 'together: Three balls, watching the throws in one round and the catches in the next.',
  support: 'support: with kit, people, place, time, mindset and obstacles on the lines below',
  'support.kit': 'kit: [three beanbags]',
  'support.people': 'people: [a patient friend]',
  'support.obstacles.*': '- if: I walk forward',
  'support.obstacles.*.if': 'if: I walk forward',
  'support.obstacles.*.then': 'then: I stand with my toes to the bed',
  payoff: 'payoff: with statement, kind, unit, direction, target and the rest on the lines below',
  'payoff.statement': 'statement: I keep three balls going for thirty catches.',
  'payoff.kind': 'kind: count',
  'payoff.unit': 'unit: catches',
  'payoff.direction': 'direction: up',
  'payoff.target': 'target: 30, or target: [20, 40] within a range',
  'payoff.howMeasured': 'howMeasured: Catches until the first drop.',
  'payoff.minTrials': 'minTrials: 10',
  'payoff.applause': 'applause: inner',
  'payoff.conditions': 'conditions: [standing]',
  'payoff.anchors': 'anchors: with at0, at5 and at10 on the lines below',
  'payoff.anchors.at0': 'at0: I could not follow it at all',
  'payoff.anchors.at5': 'at5: I followed the half of it',
  'payoff.anchors.at10': 'at10: I could have told it myself',
  repeat: 'repeat: with attemptMinutes, perWeek, floor and rhythm on the lines below',
  'repeat.attemptMinutes': 'attemptMinutes: 2',
  'repeat.perWeek': 'perWeek: 5',
  'repeat.floor': 'floor: Ten exchanges of two balls.',
  'repeat.rhythm': 'rhythm: Ten starts after breakfast.',
  'twists.*.instruction': 'eyes shut: Tie it without looking.',
  'experiments.*.levels': 'heat: [low, medium, high]',
  'links.*.kind': 'bowline: carries-over-to',
};

/** Fields that stand under the front matter: how to add one that is missing. */
const MISSING_TEXT: Readonly<Record<string, string>> = {
  summary: 'The summary is missing: say under the second “---” what a person will be able to do.',
  'needs.*': 'A need is empty: write it behind its dash, or take the line away.',
  'entryTrick.text': '“## Entry trick” is empty: write the trick under it, or take the heading away.',
  'entryTrick.limit': '“## Limit” is empty: write what the trick hides, or take the heading away.',
  safety: '“## Safety” is empty: write what to watch for, or take the heading away.',
};

/** One fault of the schema in the words of the file: what is wrong, and what to write instead. */
export function wordFault(issue: Issue, draft: Readonly<Record<string, unknown>>): string {
  const place = issue.path.map((step) => (typeof step === 'number' ? '*' : String(step))).join('.');
  const field = `“${issue.path.filter((step) => typeof step !== 'number').join('.')}”`;
  const value = valueAt(draft, issue.path);
  const example = EXAMPLES[place];
  const such = example === undefined ? '' : `, such as “${example}”`;
  const isEmpty = value === undefined || (typeof value === 'string' && value.trim() === '');
  if (isEmpty) return MISSING_TEXT[place] ?? `${field} is missing: add it${such}.`;
  switch (issue.code) {
    case 'too_big':
      return typeof value === 'string'
        ? `${field} has ${value.trim().length} characters and ${issue.maximum} fit: shorten it.`
        : `${field} has ${sizeOf(value)}, and ${issue.maximum} is the most.`;
    case 'too_small':
      return `${field} has ${sizeOf(value)}, and ${issue.minimum} is the least${such}.`;
    case 'invalid_value':
      return `${field} is ${show(value)}: write one of ${issue.values.join(', ')}.`;
    case 'invalid_type':
      return `${field} is ${show(value)}, and ${kindOf(issue.expected)} is needed${such}.`;
    case 'invalid_format':
    case 'custom':
      return `${field}: ${issue.message}${/[.!?]$/.test(issue.message) ? '' : '.'}`;
    default:
      return `${field} cannot be read: ${issue.message}${such}.`;
  }
}

function valueAt(draft: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.getOwnPropertyDescriptor(value, step)?.value;
  }, draft);
}

const sizeOf = (value: unknown) =>
  Array.isArray(value) ? `${value.length} ${value.length === 1 ? 'entry' : 'entries'}` : show(value);

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of fields';
  const text = String(value);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

function kindOf(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'yes or no',
    array: 'a list',
    object: 'a group of fields',
  };
  return names[expected] ?? expected;
}
