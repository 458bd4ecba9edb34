import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import { countFigures } from '../../engine/picture/count-words.ts';
import type { Micromastery } from '../library/contract.ts';
import type { PracticeCard } from '../practice/contract.ts';
import type { Need } from './contract.ts';

/** What a found micromastery came to: it is practised, the learner made it their own, or neither yet. */
export type Became =
  | {
      readonly kind: 'practised';
      readonly practiceId: string;
      readonly title: string;
      readonly attempts: number;
    }
  | { readonly kind: 'designed'; readonly micromasteryId: string; readonly title: string }
  | { readonly kind: 'nothing' };

export type Practised = Pick<PracticeCard, 'id' | 'micromasteryId' | 'title' | 'attempts'>;
export type Designed = Pick<Micromastery, 'id' | 'slug' | 'title' | 'lineage' | 'isOwn'>;

export type Known = {
  /** Those on the bench, the one used last first. */
  readonly practices: readonly Practised[];
  /** Of the library, one's own and the house's. */
  readonly designs: readonly Designed[];
};

/** Practised counts more than designed; what was made from a found one counts as it. */
export function whatBecame(micromasteryId: string, { practices, designs }: Known): Became {
  const found = designs.find(({ id }) => id === micromasteryId);
  const madeFromIt = designs.filter(
    ({ isOwn, lineage }) => isOwn && lineage.some((entry) => slugIn(entry) === found?.slug),
  );
  const itself = practices.find((practice) => practice.micromasteryId === micromasteryId);
  const ofOwn = practices.find((practice) => madeFromIt.some(({ id }) => id === practice.micromasteryId));
  const practice = itself ?? ofOwn;
  if (practice !== undefined) {
    const { id, title, attempts } = practice;
    return { kind: 'practised', practiceId: id, title, attempts };
  }
  const own = found?.isOwn ? found : madeFromIt[0];
  return own === undefined
    ? { kind: 'nothing' }
    : { kind: 'designed', micromasteryId: own.id, title: own.title };
}

/** "bowline" of "bowline@3", or of "bowline 3" as a file may have it. */
function slugIn(entry: string): string | undefined {
  return entry.trim().split(/[\s@]/)[0];
}

/** Below this many, a share says less than the counts do. */
const FEWEST_FOR_A_SHARE = 5;

/**
 * How many of the answers that were looked at, for all needs that were not let go of, became a practice or a design of
 * one's own. Null where none was looked at.
 */
export function conversionWords(
  needs: readonly Pick<Need, 'state' | 'micromasteryIds'>[],
  known: Known,
): string | null {
  const looked = new Set(
    needs.flatMap(({ state, micromasteryIds }) => (state === 'let-go' ? [] : micromasteryIds)),
  );
  const became = [...looked].filter((id) => whatBecame(id, known).kind !== 'nothing').length;
  if (looked.size === 0) return null;
  const what = 'a practice or a design of your own';
  if (looked.size === 1)
    return `The one answer you looked at ${became === 1 ? 'became' : 'has not become'} ${what}${became === 1 ? '' : ' yet'}.`;
  const of = `Of the ${countFigures(looked.size)} answers you looked at,`;
  if (became === 0) return `${of} none has become ${what} yet.`;
  const share = looked.size < FEWEST_FOR_A_SHARE ? '' : ` (${Math.round((100 * became) / looked.size)}%)`;
  return `${of} ${countFigures(became)}${share} became ${what}.`;
}

/** What came of a found one, as a sentence behind its title. */
export function becameWords(became: Became): string {
  switch (became.kind) {
    case 'practised':
      return practisedWords(became.attempts);
    case 'designed':
      return 'A design of your own, ready to be practised.';
    case 'nothing':
      return 'Looked at.';
    default:
      return became satisfies never;
  }
}

function practisedWords(attempts: number): string {
  if (attempts === 0) return 'On your bench. The first three takes show where you start.';
  if (attempts < BASELINE_ATTEMPTS) {
    const left = BASELINE_ATTEMPTS - attempts;
    return `Practised, ${attempts === 1 ? 'one take' : 'two takes'}. ${left === 1 ? 'One more shows' : 'Two more show'} where you start.`;
  }
  return `Practised, ${countFigures(attempts)} takes.`;
}
