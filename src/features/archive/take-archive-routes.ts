import { valueFault } from '../../engine/measure/measure.ts';
import type { ProblemCode } from '../../platform/contract.ts';
import type { SpaceTransaction } from '../../platform/database.ts';
import type { NamedFact } from '../../platform/facts/fact-rows.ts';
import { HOUSE_SPACE_ID, idOfName } from '../../platform/ids.ts';
import { Refusal } from '../../platform/problems.ts';
import type { MicromasteryDesign } from '../library/contract.ts';
import type { ArchivedFacts, ArchivedRecord } from './archive-file.ts';
import { type ArchiveReport, RECORD_NAMES, type RecordName } from './contract.ts';
import { addEarlierVersion, houseHas, houseKnows, lookUpOwn } from './design-store.ts';
import type { ArchivePorts } from './ports.ts';
import { ZipFault } from './read-zip-file.ts';
import { addFacts, type FactName } from './store.ts';

type Counts = Record<RecordName, { inArchive: number; added: number; known: number }>;
/** Where a micromastery of the archive is here: the house’s own, or one kept as the learner’s. */
type Home = { readonly spaceId: string; readonly id: string };

type Taking = {
  readonly ports: ArchivePorts;
  readonly trx: SpaceTransaction;
  readonly spaceId: string;
  readonly archive: ArchivedFacts;
  readonly counts: Counts;
  /** By id and version, and by id alone for what follows no version. */
  readonly homes: Map<string, Home>;
  readonly keptAsOwn: string[];
};

/** What is taken as it stands, each after what it refers to. */
const PLAIN = [
  'need-revisions',
  'wishes',
  'placings',
  'plan-answers',
  'pauses',
  'pause-ends',
  'settings',
  'aims',
  'aim-results',
  'support-slots',
  'support-checks',
  'showings',
  'evidence',
  'evidence-removals',
  'showing-removals',
  'experiments',
  'experiment-draws',
  'experiment-ends',
  'pairings',
  'twist-draws',
  'self-ratings',
  'twist-cards',
  'difficulties',
] as const satisfies readonly FactName[];

/** As many rows as a statement takes elsewhere; a chain of edits may come all at once. */
const ROWS_AT_A_TIME = 2_000;

/** All of an archive in the caller's transaction, each record once; a refusal undoes it all. */
export async function takeArchive(
  ports: ArchivePorts,
  trx: SpaceTransaction,
  spaceId: string,
  archive: ArchivedFacts,
): Promise<Omit<ArchiveReport, 'media'>> {
  const counts = Object.fromEntries(
    RECORD_NAMES.map((name) => [name, { inArchive: 0, added: 0, known: 0 }]),
  ) as Counts;
  const taking: Taking = { ports, trx, spaceId, archive, counts, homes: new Map(), keptAsOwn: [] };
  await takeFacts(taking, 'needs');
  await takeMicromasteries(taking);
  await takeFacts(taking, 'need-matches', (match) => ({
    ...match,
    micromasteryId: taking.homes.get(match.micromasteryId)?.id ?? match.micromasteryId,
  }));
  await takeFacts(taking, 'practices', (practice) => inItsHome(taking, practice));
  await takeFacts(taking, 'payoffs');
  await takeFacts(taking, 'sessions');
  await takeFacts(taking, 'session-ends');
  await takeAttempts(taking);
  await takeFacts(taking, 'retractions');
  await takeChains(taking, 'remarks');
  await takeFacts(taking, 'followings', (following) => inItsHome(taking, following));
  await takeFacts(taking, 'payoff-choices', (choice) => ({
    ...choice,
    biggerMicromasteryId:
      taking.homes.get(choice.biggerMicromasteryId ?? '')?.id ?? choice.biggerMicromasteryId,
  }));
  for (const name of PLAIN) await takeFacts(taking, name);
  await takeChains(taking, 'if-then-plans');
  await takeFacts(taking, 'if-then-uses');
  await takeChains(taking, 'at-hand');
  verify(taking);
  return { exportedAt: archive.manifest.exportedAt, counts, keptAsOwn: taking.keptAsOwn.slice(0, 1000) };
}

async function takeFacts<Name extends FactName>(
  taking: Taking,
  name: Name,
  toRow: (record: ArchivedRecord<Name>) => NamedFact = (record) => record,
): Promise<void> {
  for (const records of taking.archive.records(name)) await add(taking, name, records.map(toRow));
}

async function add(
  { trx, spaceId, counts }: Taking,
  name: FactName,
  rows: readonly NamedFact[],
): Promise<void> {
  const { added, known, conflicts } = await addFacts(trx, spaceId, name, rows);
  if (conflicts.length > 0) throw conflictIn(name, conflicts);
  counts[name].inArchive += rows.length;
  counts[name].added += added;
  counts[name].known += known;
}

function conflictIn(name: RecordName, conflicts: readonly string[]): Refusal {
  return new Refusal('id-taken', {
    detail: 'Something else is kept here under the same ids. Nothing was taken; what is here is unchanged.',
    errors: conflicts.map((key) => ({ pointer: `/data/${name}`, message: `${key} is another one here` })),
  });
}

async function takeMicromasteries(taking: Taking): Promise<void> {
  const { archive, counts, ports, trx, spaceId } = taking;
  for (const records of archive.records('micromasteries')) {
    for (const { id, version, isOwn, design } of records) {
      const numbered = { ...design, version };
      const isHouse = !isOwn && (await houseHas(trx, id, version, numbered));
      const home =
        isOwn || isHouse ? { spaceId: isOwn ? spaceId : HOUSE_SPACE_ID, id } : keptHome(spaceId, id);
      const isAdded = isHouse ? false : await keepDesign(taking, home.id, numbered, isOwn);
      if (isAdded && !isOwn) taking.keptAsOwn.push(design.title);
      counts.micromasteries.inArchive += 1;
      counts.micromasteries[isAdded ? 'added' : 'known'] += 1;
      taking.homes.set(`${id}/${version}`, home);
      if (isOwn || isHouse || !(await houseKnows(trx, id))) taking.homes.set(id, home);
    }
  }
  if (counts.micromasteries.added > 0) await ports.library.countWords(trx, spaceId);
}

/** The same on every import of the archive into this space, so that the second finds what the first kept. */
const keptHome = (spaceId: string, id: string): Home => ({ spaceId, id: idOfName(spaceId, `kept|${id}`) });

/** True where the version was added, false where it was here already. */
async function keepDesign(
  taking: Taking,
  id: string,
  design: MicromasteryDesign,
  isOwn: boolean,
): Promise<boolean> {
  const { ports, trx, spaceId } = taking;
  const named = `${id} (${design.title}, version ${design.version})`;
  const here = await lookUpOwn(trx, spaceId, id, design, isOwn ? 'with-slug' : 'without-slug');
  if (here.kept === 'same') return false;
  if (here.kept === 'other' || (isOwn && (await houseKnows(trx, id))))
    throw conflictIn('micromasteries', [named]);
  if (here.isSlugTaken) {
    // What another library called so goes next to one’s own of that name; two of one’s own cannot.
    const renamed = { ...design, slug: `${design.slug.slice(0, 70).replace(/-+$/, '')}-${id.slice(0, 8)}` };
    if (isOwn || renamed.slug === design.slug)
      throw conflictIn('micromasteries', [`${named}: its short name “${design.slug}”`]);
    return keepDesign(taking, id, renamed, isOwn);
  }
  if (here.newestVersion !== null && here.newestVersion > design.version) {
    await addEarlierVersion(trx, spaceId, id, design);
    return true;
  }
  const saved = await ports.library.saveDesign(trx, spaceId, id, design);
  if (saved.version !== design.version) {
    throw new ZipFault(
      `The archive contradicts itself: version ${design.version} of “${design.title}” is the same as the one before.`,
    );
  }
  return true;
}

function inItsHome(
  { homes }: Taking,
  follower: ArchivedRecord<'practices'> | ArchivedRecord<'followings'>,
): NamedFact {
  const home = homes.get(`${follower.micromasteryId}/${follower.micromasteryVersion}`);
  if (home === undefined) throw new Refusal('micromastery-not-found');
  return { ...follower, micromasteryId: home.id, micromasterySpaceId: home.spaceId };
}

async function takeAttempts(taking: Taking): Promise<void> {
  const kinds = new Map<string, ArchivedRecord<'payoffs'>['kind']>();
  for (const payoffs of taking.archive.records('payoffs'))
    for (const { id, kind } of payoffs) kinds.set(id, kind);
  await takeFacts(taking, 'attempts', (attempt) => {
    const kind = kinds.get(attempt.payoffId);
    if (kind === undefined) throw new Refusal('payoff-not-found');
    if (attempt.value !== null && valueFault(kind, attempt.value) !== null) {
      throw new ZipFault(
        `The attempt ${attempt.id} has the value ${attempt.value}, which is impossible for a ${kind}.`,
      );
    }
    return attempt;
  });
}

/** Kinds of which one may replace another. */
const CHAINS = {
  remarks: 'remark-not-found',
  'if-then-plans': 'replaced-not-found',
  'at-hand': 'replaced-not-found',
} as const satisfies Partial<Record<FactName, ProblemCode>>;
type Link = { readonly id: string; readonly replacesId: string | null };
type Chain = {
  readonly here: Set<string>;
  /** By the id of the one that they replace. */
  readonly waiting: Map<string, Link[]>;
  /** Of those themselves. */
  readonly waitingIds: Set<string>;
};

/** Those that come before what they replace are held in memory until it does; the ids of an export are in the order of time, so that few do. */
const MOST_WAITING = 100_000;

/** Each comes after the one that it replaces, wherever the two stand in the archive. */
async function takeChains(taking: Taking, name: keyof typeof CHAINS): Promise<void> {
  const chain: Chain = { here: new Set(), waiting: new Map(), waitingIds: new Set() };
  for (const records of taking.archive.records(name)) {
    const ready: Link[] = [];
    for (const link of records) {
      const { replacesId } = link;
      if (replacesId === null || chain.here.has(replacesId)) putInOrder(link, ready, chain);
      else wait(link, replacesId, name, chain);
    }
    for (let at = 0; at < ready.length; at += ROWS_AT_A_TIME)
      await add(taking, name, ready.slice(at, at + ROWS_AT_A_TIME));
  }
  if (chain.waiting.size > 0) throw new Refusal(CHAINS[name]);
}

function wait(link: Link, replacesId: string, name: string, { waiting, waitingIds }: Chain): void {
  if (waitingIds.has(link.id))
    throw new ZipFault(`The archive contradicts itself: ${link.id} stands in data/${name} twice.`);
  if (waitingIds.size === MOST_WAITING) {
    throw new ZipFault(
      `More than ${MOST_WAITING} records of data/${name} stand before those that they replace. Put each after the one that it replaces.`,
    );
  }
  waitingIds.add(link.id);
  if (waiting.get(replacesId)?.push(link) === undefined) waiting.set(replacesId, [link]);
}

/** It, whatever has waited for it, whatever has waited for those, and so on: each is looked at once. */
function putInOrder(first: Link, ready: Link[], { here, waiting, waitingIds }: Chain): void {
  let at = ready.length;
  ready.push(first);
  for (let next = ready[at]; next !== undefined; next = ready[++at]) {
    here.add(next.id);
    waitingIds.delete(next.id);
    for (const freed of waiting.get(next.id) ?? []) ready.push(freed);
    waiting.delete(next.id);
  }
}

/** What the manifest promises is what was taken or was here: otherwise nothing is kept. */
function verify({ archive, counts }: Taking): void {
  for (const name of RECORD_NAMES) {
    const promised = archive.manifest.counts[name];
    const { inArchive, added, known } = counts[name];
    if (inArchive !== promised || added + known !== promised) {
      throw new ZipFault(`The archive promises ${promised} ${name} and ${added + known} could be taken.`);
    }
  }
}
