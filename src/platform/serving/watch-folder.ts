import { watch } from 'node:fs';

/** An editor writes a file in several steps; this long after the last one it is taken for finished. */
const QUIET_MILLISECONDS = 300;

/** Calls `changed` after files of the folder changed, once for each burst. Answers how to stop. */
export function watchFolder(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { persistent: false }, () => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET_MILLISECONDS);
  });
  // A folder that cannot be watched (a network drive) is read at the next start.
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
