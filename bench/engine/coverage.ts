/** How often intervals hold what came: of 50, 80 and 95%, and on which side the 80% misses. */
export type Interval = {
  readonly lower50: number;
  readonly upper50: number;
  readonly lower80: number;
  readonly upper80: number;
  readonly lower95: number;
  readonly upper95: number;
};

export type Coverage = {
  readonly note: (actual: number, interval: Interval) => void;
  readonly add: (other: Coverage) => void;
  readonly counts: readonly number[];
};

/** Counts: cases, held by 50, by 80, by 95%, below 80%, above 80%. */
export function startCoverage(): Coverage {
  const counts = [0, 0, 0, 0, 0, 0];
  const raise = (place: number, by: number) => {
    counts[place] = (counts[place] ?? 0) + by;
  };
  return {
    counts,
    note: (actual, { lower50, upper50, lower80, upper80, lower95, upper95 }) => {
      raise(0, 1);
      raise(1, actual >= lower50 && actual <= upper50 ? 1 : 0);
      raise(2, actual >= lower80 && actual <= upper80 ? 1 : 0);
      raise(3, actual >= lower95 && actual <= upper95 ? 1 : 0);
      raise(4, actual < lower80 ? 1 : 0);
      raise(5, actual > upper80 ? 1 : 0);
    },
    add: (other) => {
      for (const [place, count] of other.counts.entries()) raise(place, count);
    },
  };
}

/** Shares held by the intervals of 50, 80 and 95%. */
export function sharesHeld({ counts: [cases = 0, ...held] }: Coverage): readonly [number, number, number] {
  const [of50 = 0, of80 = 0, of95 = 0] = held;
  return [of50 / cases, of80 / cases, of95 / cases];
}

export function coverageText(coverage: Coverage): string {
  const cases = coverage.counts[0] ?? 0;
  if (cases === 0) return '-';
  return sharesHeld(coverage)
    .map((share) => share.toFixed(2))
    .join(' / ');
}

const ASKED = { low: 0.75, high: 0.85 } as const;

/** Of an 80% interval, which is asked to hold between 0.75 and 0.85. */
export function coverageVerdict(coverage: Coverage): string {
  const [, held] = sharesHeld(coverage);
  if (held < ASKED.low) return `not met, ${(ASKED.low - held).toFixed(3)} too few`;
  if (held > ASKED.high) return `not met, ${(held - ASKED.high).toFixed(3)} too many (too wide)`;
  return 'met';
}
