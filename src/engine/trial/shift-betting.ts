import { type Betting, gainAmong } from './evidence.ts';

/** Degrees of freedom of the attempts' scatter: practice has slips, and one slip must not decide. */
const DEGREES = 5;
/** Effects that are looked for beside a shift, in standard deviations of one attempt, either way. */
const LOOKED_FOR = [-0.8, -0.4, 0.4, 0.8] as const;

/**
 * For values on a line. If the shift is `d`, then what an attempt would have been without it does not depend on which level
 * was drawn: given all of that, the level is still drawn with its known probability p. A forecaster of the draw, q, who is
 * told the attempt gains q/p when the draw is shown, and on average nothing: a martingale, whatever the attempts are like. q is Bayes'
 * rule under an effect and Student's t, and wins fastest where those are near the truth. Among more than two levels the same gain
 * is held to what is fair whatever the probabilities of the others were (AmongMore).
 */
export const shiftBetting: Betting = {
  ways: LOOKED_FOR.length,
  weigh({ shifts, logs }, { value, level, probability: p, among, forecast, share, sd }) {
    if (sd <= 0) return;
    let at = 0;
    for (const shift of shifts) {
      const x = (value - shift * level - (forecast - shift * share)) / sd;
      for (const effect of LOOKED_FOR) {
        const odds = studentRatio(x + p * effect, x - (1 - p) * effect);
        const mean = p + (1 - p) * odds;
        const gain =
          among === null
            ? (level === 1 ? 1 : odds) / mean
            : gainAmong(among, level, (among.weight * (1 - odds)) / mean);
        logs[at] = (logs[at] as number) + Math.log(gain);
        at += 1;
      }
    }
  },
};

/** Density of Student's t at `a` over that at `b`: (1 + b²/v)^((v+1)/2) / (1 + a²/v)^((v+1)/2), with v = 5. */
function studentRatio(a: number, b: number): number {
  const ratio = (DEGREES + b * b) / (DEGREES + a * a);
  return ratio * ratio * ratio;
}
