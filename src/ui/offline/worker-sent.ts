import type { AttemptList, Bench, PracticeCard, PracticePage } from '../../features/practice/contract.ts';
import type { AttemptHistory } from '../../features/practice/picture-contract.ts';
import { factOf } from './fact.ts';
import { overlayAttempts, overlayPracticePage } from './overlay.ts';
import { isNewer, overlayCard } from './overlay-card.ts';
import { type KeptPicture, overlayHistory } from './overlay-history.ts';
import type { PendingWrite } from './pending-write.ts';
import { SPACE_HEADER } from './space-header.ts';
import { changeInTurn, changeKept } from './worker-answers.ts';

/** What is said of takes, and what they are measured by. */
const OF_TAKES: readonly unknown[] = ['session', 'attempt', 'retraction', 'remark', 'payoff'];
/** What changes the picture. */
const DRAWN: readonly unknown[] = ['attempt', 'retraction'];

/** Makes what home has confirmed part of the answers that this device keeps, which are older, until they are read again. */
export function layOverKept(write: PendingWrite, practiceId: string): Promise<void> {
  return changeInTurn(() => layOne(write, practiceId));
}

async function layOne(sent: PendingWrite, practiceId: string): Promise<void> {
  const kind = factOf(sent)?.kind;
  if (!OF_TAKES.includes(kind)) return;
  const write: PendingWrite = { ...sent, practiceId };
  const path = `/api/practices/${practiceId}`;
  let page: PracticePage | undefined;
  await change<PracticePage>(write, path, (known) => {
    page = known;
    return isCounted(known.card, write) ? known : overlayPracticePage(known, practiceId, [write], undefined);
  });
  await change<Bench>(write, '/api/bench', (known) => ({
    ...known,
    practices: known.practices.map((card) => (isCounted(card, write) ? card : overlayCard(card, [write]))),
  }));
  await change<AttemptList>(write, `${path}/attempts`, (known) =>
    overlayAttempts(known, practiceId, [write]),
  );
  await change<AttemptHistory>(write, `${path}/history`, (known) =>
    page === undefined ? known : laidHistory(known, page, write),
  );
  if (DRAWN.includes(kind))
    await change<KeptPicture>(write, `${path}/picture`, (known) => ({ ...known, isBehind: true }));
}

function laidHistory(known: AttemptHistory, page: PracticePage, write: PendingWrite): AttemptHistory {
  const fact = factOf(write);
  const [inForce] = page.payoffs;
  const isSameMeasure =
    fact?.kind !== 'payoff' ||
    fact.body.part != null ||
    (fact.body.kind === inForce?.kind && fact.body.unit === inForce.unit);
  // Which of the takes before are in the new measure it does not say: as if it did not know of all, nothing is drawn of it.
  const practised = { payoffs: page.payoffs, hasTrick: page.micromastery.entryTrick !== null };
  return isSameMeasure ? overlayHistory(known, practised, [write]) : { ...known, standing: 0 };
}

/** A card that was read after the take was made has it among its number. */
function isCounted(card: PracticeCard, write: PendingWrite): boolean {
  const fact = factOf(write);
  if (fact?.kind !== 'attempt' || card.lastAttemptAt === null) return false;
  return isNewer(card.lastAttemptAt, fact.body.startedAt);
}

/** The one place where a kept answer gets its type: only answers of our own routes are kept under their paths. */
function change<Known>(write: PendingWrite, path: string, lay: (known: Known) => unknown): Promise<void> {
  const request = new Request(new URL(path, location.origin), { headers: { [SPACE_HEADER]: write.spaceId } });
  return changeKept(request, (known) => lay(known as Known));
}
