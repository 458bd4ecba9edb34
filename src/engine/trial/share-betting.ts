import { type Betting, gainAmong } from './evidence.ts';

/** How much of what may be bet is bet, either way. */
const STAKES = [-0.9, -0.5, -0.2, 0.2, 0.5, 0.9] as const;

/**
 * For passes, 0 or 1, whose effect is a difference of two shares. The score z = (y - m)(A - p)/(p(1 - p)) has that
 * difference as its mean given the past, whatever m is, and is bounded: a bet of a stake on z - d never loses all, and where the
 * difference is `d` it wins nothing on average (Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables
 * by betting", Journal of the Royal Statistical Society B 86(1)). Among more than two levels the stake is on y - m - d/2 with the
 * level on trial and on m - d/2 - y with the one it is held against, which is fair for the same reason (AmongMore).
 */
export const shareBetting: Betting = {
  ways: STAKES.length,
  weigh({ shifts, logs }, { value, level, probability: p, among, forecast }) {
    const m = Math.min(1, Math.max(0, forecast));
    if (among !== null) {
      let at = 0;
      for (const shift of shifts) {
        const away = value - m - (level === 1 ? shift / 2 : -shift / 2);
        const most = (among.most * away) / (1 + Math.abs(shift) / 2);
        for (const stake of STAKES) {
          logs[at] = (logs[at] as number) + Math.log(gainAmong(among, level, stake * most));
          at += 1;
        }
      }
      return;
    }
    const score = ((value - m) * (level - p)) / (p * (1 - p));
    // No score is farther from a difference of shares, which lies between -1 and 1.
    const farthest = 1 / Math.min(p, 1 - p) + 1;
    let at = 0;
    for (const shift of shifts) {
      for (const stake of STAKES) {
        logs[at] = (logs[at] as number) + Math.log1p((stake * (score - shift)) / farthest);
        at += 1;
      }
    }
  },
};
