/**
 * What the agenda's plans come to over four months of made-up people, against other ways to spend the same minutes: the
 * share of days by which a target was met in time, and the share of targets that hold on an average day. Docs:
 * docs/science/agenda.md. Run: `node bench/engine/agenda.ts --seed N --cases N`, cases being people of each family.
 */

import type { Measure } from '../../src/engine/measure/measure.ts';
import { findMet } from '../../src/engine/picture/met.ts';
import type { AttemptFact } from '../../src/engine/picture/picture.ts';
import { random } from '../../src/engine/random.ts';
import { type Standing, standingOf } from '../../src/engine/retention/standing.ts';
import { MILLISECONDS_PER_DAY } from '../../src/engine/units.ts';
import { beginSkill, DAYS, drawPerson, type Family, levelOn, type Person, practise } from './agenda-life.ts';
import { localDay, POLICIES, type Policy, type Seen, START } from './agenda-policies.ts';
import { type Bar, barTable, interval, markdownTable, OURS } from './bar-table.ts';
import { readBenchArguments } from './bench-arguments.ts';
import { differenceOverPersons, type Estimate, meanOf } from './paired-bootstrap.ts';

const { seed, cases } = readBenchArguments({ seed: 11, cases: 150 });
const FAMILIES: readonly Family[] = ['fades between sittings', 'fades over months'];
const NOTHING_HELD = { heldDays: 0, holdsForDays: null };

/** Shares, 0 to 1. */
type Outcome = { readonly inTime: number; readonly holding: number };

type AgendaStanding = Pick<Standing, 'heldDays' | 'holdsForDays'>;

/** `standingAt`: what is told of a practice after a sitting. */
function live(
  person: Person,
  policy: Policy,
  standingAt: (measure: Measure, attempts: readonly AttemptFact[]) => AgendaStanding,
): Outcome {
  const chance = random(person.seed);
  const skills = person.traits.map(beginSkill);
  const attempts: AttemptFact[][] = skills.map(() => []);
  const standings = skills.map(() => NOTHING_HELD as Seen['standing']);
  const metOn: (number | null)[] = skills.map(() => null);
  let held = 0;
  for (const [day, minutes] of person.minutes.entries()) {
    if (minutes > 0) {
      for (const { place, minutes: spent } of policy(seenBy(person, attempts, standings, metOn), {
        day,
        minutes,
      })) {
        const skill = skills[place];
        const own = attempts[place];
        if (skill === undefined || own === undefined) continue;
        const takes = Math.max(1, Math.floor(spent / skill.trait.attemptMinutes + 1e-9));
        const scores = practise(skill, day, takes, chance);
        for (const [k, score] of scores.entries()) own.push(attemptOf(day, k, score));
        standings[place] = standingAt(measureOf(skill.trait.target), own);
        if ((standings[place]?.heldDays ?? 0) >= 3) metOn[place] ??= day;
      }
    }
    for (const skill of skills) if (levelOn(skill, day) >= skill.trait.target) held += 1;
  }
  const wanted = person.traits.flatMap(({ wantedDay }, place) =>
    wantedDay === null ? [] : [(metOn[place] ?? DAYS) <= wantedDay ? 1 : 0],
  );
  return { inTime: meanOf(wanted), holding: held / (DAYS * skills.length) };
}

const measureOf = (target: number) =>
  ({ kind: 'score', unit: 'points', direction: 'up', target: { low: 100 * target, high: null } }) as const;

/** Only we ask how long a target holds, which takes most of the time. */
const heldOnly = ({ target }: Measure, attempts: readonly AttemptFact[]): AgendaStanding => ({
  heldDays: findMet(target, attempts).daysHeld,
  holdsForDays: null,
});

function attemptOf(day: number, k: number, score: number): AttemptFact {
  const at = START + day * MILLISECONDS_PER_DAY + k * 60_000;
  return { value: 100 * score, at, sessionId: String(day), dayKey: localDay(day) };
}

/** In focus is the first that was not met yet, whoever plans. */
function seenBy(
  { traits }: Person,
  attempts: readonly (readonly AttemptFact[])[],
  standings: readonly Seen['standing'][],
  metOn: readonly (number | null)[],
): readonly Seen[] {
  const focus = metOn.indexOf(null);
  return traits.map(({ attemptMinutes, wantedDay }, place) => {
    const own = attempts[place] ?? [];
    const last = own.at(-1)?.at;
    return {
      place,
      attemptMinutes,
      wantedDay,
      scores: own.map(({ value }) => value),
      lastDay: last === undefined ? null : Math.floor((last - START) / MILLISECONDS_PER_DAY),
      isFocus: place === focus,
      standing: standings[place] ?? NOTHING_HELD,
    };
  });
}

function outcomesOf(family: Family): ReadonlyMap<string, readonly Outcome[]> {
  const people = Array.from({ length: cases }, (_, place) => drawPerson(family, seed * 100_003 + place));
  return new Map(
    [...POLICIES].map(([name, policy]) => [
      name,
      people.map((person) => live(person, policy, name === OURS ? standingOf : heldOnly)),
    ]),
  );
}

const FIGURES = [
  { key: 'inTime', name: 'targets met by the day they were wanted' },
  { key: 'holding', name: 'targets that hold on an average day' },
] as const;

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const points = ({ value, low, high }: Estimate) =>
  interval({ value: 100 * value, low: 100 * low, high: 100 * high }, 1);

function verdictOf({ value, low }: Estimate): string {
  if (low > 0) return `met, ${(100 * value).toFixed(1)} points more`;
  if (value >= 0) return `met, ${(100 * value).toFixed(1)} points more, which may be chance`;
  return `not met, ${(-100 * value).toFixed(1)} points fewer`;
}

const bars: Bar[] = [];
for (const family of FAMILIES) {
  const outcomes = outcomesOf(family);
  console.log(`## What plans come to: what was learnt ${family}\n`);
  const sharesOf = (name: string, key: 'inTime' | 'holding') =>
    (outcomes.get(name) ?? []).map((outcome) => outcome[key]);
  const lead = (name: string, key: 'inTime' | 'holding') =>
    differenceOverPersons(sharesOf(OURS, key), sharesOf(name, key), seed);
  console.log(
    markdownTable(
      ['plans', ...FIGURES.map(({ name }) => name)],
      [...POLICIES.keys()].map((name) => [
        name,
        ...FIGURES.map(({ key }) => {
          const share = percent(meanOf(sharesOf(name, key)));
          return name === OURS ? `**${share}**` : `${share}; ours less ${points(lead(name, key))}`;
        }),
      ]),
    ),
  );
  for (const { key, name } of FIGURES)
    for (const other of [...POLICIES.keys()].filter((one) => one !== OURS)) {
      const estimate = lead(other, key);
      bars.push({
        bar: `Agenda, ${family}, ${name}`,
        asked: `at least ${other}: ${percent(meanOf(sharesOf(other, key)))}`,
        have: `${percent(meanOf(sharesOf(OURS, key)))}; ${points(estimate)} points over ${cases}`,
        verdict: verdictOf(estimate),
      });
    }
}
console.log(barTable(bars));
