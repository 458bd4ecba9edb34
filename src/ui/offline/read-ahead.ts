/** What a person needs to practise without a network, first what says whose it is. */
const FIRST_STEPS = [['/api/me'], ['/api/bench', '/api/agenda', '/api/library', '/api/needs']] as const;
/** As many as one practice has, so that a write which comes meanwhile waits for few. */
const PATHS_PER_STEP = 6;
const QUIET_MILLISECONDS = 500;
/** After so long, what other devices have recorded since is worth the reading. */
const FRESH_MILLISECONDS = 3_600_000;

type ReadAheadParts = {
  /** Reads these and keeps the answers; resolves with what they have shown to be worth reading too. */
  readonly read: (paths: readonly string[]) => Promise<readonly string[]>;
  /** Whether there are writes to be sent: they go first. */
  readonly isBusy: () => boolean;
  readonly onAllRead: () => void;
  readonly now: () => number;
};

export type ReadAhead = {
  /** Something has changed that may let it go on. Reads everything where that was never done, or long ago. */
  readonly look: () => void;
  /** These have changed at home. */
  readonly touch: (paths: readonly string[]) => void;
  /** Home answers again, or the person is back: what could not be read is tried again. */
  readonly comeBack: () => void;
  /** Nothing lies on this device any more. */
  readonly forget: () => void;
};

/** Reads everything once, then only what was touched; one step at a time, and none while writes wait to be sent. */
export function createReadAhead({ read, isBusy, onAllRead, now }: ReadAheadParts): ReadAhead {
  const round = createRound(now);
  const touched = new Set<string>();
  let isRunning = false;
  let hasFailed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hasWork = () => round.isDue() || touched.size > 0;

  async function run(): Promise<void> {
    isRunning = true;
    try {
      while (hasWork() && !isBusy()) await (round.isDue() ? readOfAll(round.nextStep()) : readTouched());
    } catch {
      hasFailed = true;
    } finally {
      isRunning = false;
    }
  }

  async function readOfAll(step: readonly string[]): Promise<void> {
    // Before they are read: what is touched meanwhile is read again.
    for (const path of step) touched.delete(path);
    if (round.goOn(await read(step))) onAllRead();
  }

  async function readTouched(): Promise<void> {
    const paths = [...touched];
    touched.clear();
    await read(paths).catch((error: unknown) => {
      for (const path of paths) touched.add(path);
      throw error;
    });
  }

  const soon = () => {
    if (hasFailed || isRunning || !hasWork()) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET_MILLISECONDS);
  };

  return {
    look: soon,
    touch: (paths) => {
      for (const path of paths) touched.add(path);
      // Home has just confirmed something: it can be reached.
      hasFailed = false;
      soon();
    },
    comeBack: () => {
      hasFailed = false;
      soon();
    },
    forget: round.forget,
  };
}

/** The reading of everything, step by step; it goes on where it was broken off. */
function createRound(now: () => number) {
  let steps: readonly (readonly string[])[] | null = null;
  let readAt: number | null = null;
  return {
    isDue: () => steps !== null || readAt === null || now() - readAt > FRESH_MILLISECONDS,
    nextStep: (): readonly string[] => {
      steps ??= FIRST_STEPS;
      return steps[0] ?? [];
    },
    /** After a step that was read: whether it was the last. */
    goOn: (more: readonly string[]): boolean => {
      // Forgotten meanwhile: it begins anew.
      if (steps === null) return false;
      steps = [...steps.slice(1), ...inSteps(more)];
      if (steps.length > 0) return false;
      steps = null;
      readAt = now();
      return true;
    },
    forget: () => {
      steps = null;
      readAt = null;
    },
  };
}

function inSteps(paths: readonly string[]): string[][] {
  const steps: string[][] = [];
  for (let at = 0; at < paths.length; at += PATHS_PER_STEP) steps.push(paths.slice(at, at + PATHS_PER_STEP));
  return steps;
}
