import { pathsToReadAhead } from './kept-paths.ts';
import { SPACE_HEADER } from './space-header.ts';
import { answerCache, keepAnswer, nextMoment } from './worker-answers.ts';
import type { ReadAheadAnswer, WorkerMessage } from './worker-messages.ts';

type ReadAheadMessage = Extract<WorkerMessage, { kind: 'read-ahead' }>;

let last: Promise<void> = Promise.resolve();

/** One path after the other, for all pages together: what a person does meanwhile finds the line free. */
export function answerReadAhead(message: ReadAheadMessage, port: MessagePort): Promise<void> {
  last = last.then(async () => {
    const answer = await readAll(message).catch(() => null);
    const hasKept = (await answerCache()) !== undefined;
    port.postMessage({ isRead: answer !== null, hasKept, more: answer ?? [] } satisfies ReadAheadAnswer);
  });
  return last;
}

/** Resolves with what the bench has shown to be worth reading too, if it was among them. */
async function readAll({ paths, spaceId }: ReadAheadMessage): Promise<readonly string[]> {
  const more: string[] = [];
  for (const path of paths) {
    const headers = spaceId === null ? {} : { [SPACE_HEADER]: spaceId };
    const request = new Request(new URL(path, location.origin), { headers });
    const askedAt = nextMoment();
    const response = await fetch(request, { cache: 'no-store', priority: 'low' });
    // Of another, or of nobody: what comes after it would not be theirs either. One practice alone may fail.
    const isTheirs = response.status !== 401 && response.status !== 403;
    if (!isTheirs || (!response.ok && !path.startsWith('/api/practices/'))) throw new Error(`no ${path}`);
    await keepAnswer(request, response.clone(), askedAt);
    if (response.ok && path === '/api/bench') more.push(...pathsToReadAhead(await response.json()));
  }
  return more;
}
