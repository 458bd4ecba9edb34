import type { Draft, SkillDraft } from './draft.ts';
import type { DraftReading, PartName, PartStates } from './read-draft.ts';
import { listed } from './texts.ts';

type Read = Pick<DraftReading, 'faults' | 'parts'>;

const PART_WORDS: readonly (readonly [PartName, string])[] = [
  ['trick', 'The way in'],
  ['payoff', 'The payoff'],
  ['repeat', 'Repeatability'],
  ['experiments', 'What can be varied'],
  ['support', 'Background support'],
  ['rubPat', 'The rub-pat barrier'],
];

/** What stands in the way of saving, each sentence once. */
export function faultMessages({ faults }: Pick<Read, 'faults'>): readonly string[] {
  return [...new Set(faults.map(({ message }) => message))];
}

/** "The payoff still needs how it is measured." Null where nothing is begun and not whole. */
export function begunWords(parts: PartStates): string | null {
  const said = PART_WORDS.flatMap(([name, words]) => {
    const state = parts[name];
    return state.kind === 'partial' ? [`${words} still needs ${listed(state.missing)}.`] : [];
  });
  return said.length === 0 ? null : said.join(' ');
}

/** The advice in a line, with what saving would say now: the two never contradict each other. */
export function adviceWords(suggestions: number, read: Read): string {
  const toTake =
    suggestions === 1
      ? 'One suggestion to take or to leave.'
      : `${suggestions} suggestions to take or to leave.`;
  const messages = faultMessages(read);
  const begun = begunWords(read.parts);
  if (messages.length > 0 || begun !== null) {
    const toSave = [
      ...(messages.length > 0 ? ['It cannot be saved yet.', ...messages] : []),
      ...(begun === null ? [] : [begun, 'Until then that is left out of what is saved.']),
    ];
    return [...(suggestions === 0 ? [] : [toTake]), ...toSave].join(' ');
  }
  return suggestions === 0
    ? 'Nothing to add. Try it, and see.'
    : `${toTake} You can save and practise it as it is.`;
}

const STILL_NEEDED =
  'Still needed, or this part is left out of the version that is saved. What you wrote stays here.';

/** What to do about each field that saving stumbled over, by its path in the design. */
export function fieldFaults(draft: Draft, { faults, parts }: Read): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [part, fields] of neededOf(draft))
    if (parts[part].kind === 'partial')
      for (const [at, text] of Object.entries(fields)) if (text.trim() === '') known.set(at, STILL_NEEDED);
  for (const { at, message } of faults) if (at !== null) known.set(at, message);
  return known;
}

/** What a part cannot be whole without. */
function neededOf({ trick, payoff, repeat, rubPat }: Draft) {
  const { statement, kind, unit, howMeasured } = payoff;
  const { attemptMinutes, perWeek, floor, rhythm } = repeat;
  return [
    ['trick', { 'entryTrick.text': trick.text }],
    [
      'payoff',
      {
        'payoff.statement': statement,
        ...(kind !== 'pass' && { 'payoff.unit': unit }),
        'payoff.howMeasured': howMeasured,
      },
    ],
    [
      'repeat',
      {
        'repeat.attemptMinutes': attemptMinutes,
        'repeat.perWeek': perWeek,
        'repeat.floor': floor,
        'repeat.rhythm': rhythm,
      },
    ],
    [
      'rubPat',
      { ...skillFields('a', rubPat.a), ...skillFields('b', rubPat.b), 'rubPat.together': rubPat.together },
    ],
  ] as const;
}

const skillFields = (which: 'a' | 'b', { name, soloDrill, measure }: SkillDraft) => ({
  [`rubPat.${which}.name`]: name,
  [`rubPat.${which}.soloDrill`]: soloDrill,
  [`rubPat.${which}.measure`]: measure,
});
