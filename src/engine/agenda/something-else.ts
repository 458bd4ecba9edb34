import { takesIn, versionFor } from './fit.ts';
import type { Laid } from './laid.ts';
import type { Candidate } from './urgency.ts';

type Standing = {
  /** Passed over today without a word of what instead, in the order of the answers. */
  readonly passed: readonly string[];
  /** What is passed over as well, and never stands in for another. */
  readonly closed: ReadonlySet<string>;
  /** Those that fit the minutes at hand, in the order in which they may stand in a line. */
  readonly orderFor: (line: Laid) => readonly Candidate[];
  /** A candidate in a line of the plan, as if it had been laid there. */
  readonly lay: (candidate: Candidate, line: Laid) => Laid;
};

export type Swapped = {
  /** Empty where every line was passed over, and nothing else fits. */
  readonly laid: readonly Laid[];
  /** Passed over where nothing else fitted: the rest of the plan has their minutes. */
  readonly notReplaced: readonly string[];
};

/**
 * "Something else" moves the lines of one practice: what comes next and fits there takes them, and every other line stays
 * as it was. The answers are gone through as they were given, so that a later one undoes no earlier one.
 */
export function swapPassed(base: readonly Laid[], standing: Standing): Swapped {
  const shut = new Set(standing.closed);
  const notReplaced: string[] = [];
  let laid = base;
  for (const id of standing.passed) {
    shut.add(id);
    const { kept, spareMinutes } = swapOne(id, laid, shut, standing);
    if (spareMinutes > 0) notReplaced.push(id);
    laid = withSpare(kept, spareMinutes);
  }
  return { laid, notReplaced };
}

function swapOne(id: string, laid: readonly Laid[], shut: ReadonlySet<string>, standing: Standing) {
  const taken = new Set([...shut, ...laid.map(idOf)]);
  const kept: Laid[] = [];
  let spareMinutes = 0;
  let standIn: Candidate | undefined;
  for (const line of laid) {
    if (idOf(line) !== id) {
      kept.push(line);
      continue;
    }
    const fits = (one: Candidate) => versionFor(one.practice, line.minutes) !== null;
    // Of two lines of one practice the second goes on with what the first begins.
    const goesOn = standIn !== undefined && fits(standIn);
    const next = goesOn
      ? standIn
      : standing.orderFor(line).find((one) => !taken.has(one.practice.id) && fits(one));
    standIn ??= next;
    if (next === undefined) spareMinutes += line.minutes;
    else kept.push(standing.lay(next, line));
  }
  return { kept, spareMinutes };
}

const idOf = ({ candidate }: Laid) => candidate.practice.id;

/** The longest line has what another leaves, and may be done in whole takes then. One soft take stays one. */
function withSpare(laid: readonly Laid[], spareMinutes: number): readonly Laid[] {
  if (spareMinutes === 0) return laid;
  const longest = laid
    .filter(({ verb }) => verb !== 'begin-softly')
    .reduce<Laid | null>((most, line) => (most === null || line.minutes > most.minutes ? line : most), null);
  return laid.map((line) => {
    if (line !== longest) return line;
    const { practice } = line.candidate;
    const minutes = line.minutes + spareMinutes;
    const isFloor = versionFor(practice, minutes) !== 'take';
    return { ...line, minutes, isFloor, takes: takesIn(minutes, practice, isFloor) };
  });
}
