import type { Records } from '../archive/records-contract.ts';
import type { Micromastery } from '../library/contract.ts';
import { OWN_VERSIONS } from './own-design.ts';
import { addPractice } from './practice-records.ts';
import { SAMPLE_NEEDS } from './sample-needs.ts';
import { SAMPLE_GAP } from './sample-practice.ts';
import { SAMPLE_PRACTICES } from './sample-practices.ts';
import {
  type Collected,
  collect,
  dayOf,
  momentOf,
  type SampleDesign,
  type SampleWorld,
  weekOf,
} from './sample-world.ts';

const DAY_MILLISECONDS = 86_400_000;

/**
 * Six made-up months of practice that end now: from the engine's simulator of learners, with the words of a person around
 * it. The same for the same moment, ids and library. A practice whose micromastery the library does not have is left out.
 */
export function makeRecords(
  now: Date,
  idOf: (name: string) => string,
  library: readonly Micromastery[],
): Records {
  const world: SampleWorld = { now, idOf, designs: designsOf(idOf, library) };
  const collected = collect();
  for (const { id, isOwn, versions } of world.designs.values())
    for (const design of versions)
      collected.add('micromasteries', { id, version: design.version, isOwn, design });
  addNeeds(world, collected);
  for (const practice of SAMPLE_PRACTICES) addPractice(world, collected, practice);
  addPause(world, collected);
  addPlanAnswers(world, collected);
  addSettings(world, collected);
  return collected.records;
}

/** Those that are practised or were found for a need, by their slugs. */
function designsOf(
  idOf: (name: string) => string,
  library: readonly Micromastery[],
): ReadonlyMap<string, SampleDesign> {
  const wanted = new Set([
    ...SAMPLE_PRACTICES.map(({ slug }) => slug),
    ...SAMPLE_NEEDS.flatMap(({ matches }) => matches),
  ]);
  const designs = new Map<string, SampleDesign>();
  for (const { id, isOwn, ...design } of library)
    if (!isOwn && wanted.has(design.slug)) designs.set(design.slug, { id, isOwn, versions: [design] });
  const slug = OWN_VERSIONS[0]?.slug ?? '';
  designs.set(slug, { id: idOf('own design'), isOwn: true, versions: OWN_VERSIONS });
  return designs;
}

function addNeeds(world: SampleWorld, collected: Collected): void {
  for (const [index, need] of SAMPLE_NEEDS.entries()) {
    const { kind, text, horizon, wantedWithin, context, week, matches, revised } = need;
    const id = world.idOf(`need ${index}`);
    const raisedAt = momentOf(weekOf(world, week));
    collected.add('needs', { id, kind, text, horizon, wantedWithin, context, raisedAt });
    for (const slug of matches) {
      const micromasteryId = world.designs.get(slug)?.id;
      if (micromasteryId === undefined) continue;
      collected.add('need-matches', { needId: id, micromasteryId, matchedAt: raisedAt });
    }
    if (revised === null) continue;
    collected.add('need-revisions', {
      id: world.idOf(`need ${index} revised`),
      needId: id,
      state: revised.state,
      text,
      horizon,
      wantedWithin,
      context,
      revisedAt: momentOf(weekOf(world, revised.week)),
    });
  }
}

function addPause(world: SampleWorld, collected: Collected): void {
  const from = weekOf(world, SAMPLE_GAP.fromWeek);
  collected.add('pauses', {
    id: world.idOf('pause'),
    fromDay: dayOf(from),
    untilDay: dayOf(weekOf(world, SAMPLE_GAP.fromWeek + SAMPLE_GAP.weeks) - DAY_MILLISECONDS),
    note: 'Two weeks at the sea',
    setAt: momentOf(from),
  });
}

/** Something else was wanted than the plan began with, twice in the last weeks. */
function addPlanAnswers(world: SampleWorld, collected: Collected): void {
  const [offered, chosen] = collected.records.practices;
  if (offered === undefined || chosen === undefined) return;
  for (const week of [23, 25]) {
    const at = weekOf(world, week);
    collected.add('plan-answers', {
      id: world.idOf(`plan answer ${week}`),
      practiceId: offered.id,
      answer: 'something-else',
      chosenPracticeId: chosen.id,
      minutes: 12,
      localDay: dayOf(at),
      answeredAt: momentOf(at),
    });
  }
}

/** No quiet hours: whoever looks in at night would see an empty bench. */
function addSettings(world: SampleWorld, collected: Collected): void {
  collected.add('settings', {
    id: world.idOf('setting usualMinutes'),
    name: 'usualMinutes',
    value: 12,
    setAt: momentOf(weekOf(world, 4)),
  });
}
