import { sentenceCase } from '../../engine/sentence-case.ts';
import type { WorkOf } from '../../engine/session/work.ts';
import type { Outcome } from './session-aim.ts';

/** What kind of session it is, in a word or as its part is called. */
export function workWords({ work, part }: WorkOf): string {
  switch (work) {
    case 'whole':
      return 'the whole';
    case 'part':
      return part === null ? 'a part' : sentenceCase(part);
    case 'showing':
      return 'a showing';
    case 'play':
      return 'mess it up';
    default:
      return work satisfies never;
  }
}

/** As the learner saw it. */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome) {
    case 'better':
      return 'Better';
    case 'same':
      return 'The same';
    case 'worse':
      return 'Worse';
    case 'not-tried':
      return 'Not tried';
    default:
      return outcome satisfies never;
  }
}
