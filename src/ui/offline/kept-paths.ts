const ID = '[0-9a-f-]{36}';
const KEPT = new RegExp(
  `^/api/(me|bench|library|needs|micromasteries/${ID}|practices/${ID}(/(picture|history|attempts))?)$`,
);

/** Answers that this device keeps for later. Searches are not (the library is here), nor exports, nor anything huge. */
export function isKeptPath(url: Pick<URL, 'pathname' | 'search'>): boolean {
  return KEPT.test(url.pathname) && !url.search.includes('before=');
}

/** The practices a person is likely to take up without a network: those they practised last. */
const PRACTICES_TO_WARM = 12;

/** What to read ahead for the practices on a bench, newest first as the bench lists them. */
export function pathsToWarm(bench: unknown): string[] {
  if (typeof bench !== 'object' || bench === null || !('practices' in bench)) return [];
  if (!Array.isArray(bench.practices)) return [];
  return bench.practices.slice(0, PRACTICES_TO_WARM).flatMap((card: unknown) => {
    if (typeof card !== 'object' || card === null || !('id' in card)) return [];
    const path = `/api/practices/${String(card.id)}`;
    return [path, `${path}/picture`, `${path}/history`, `${path}/attempts`];
  });
}
