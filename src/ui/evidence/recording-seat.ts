import type { Recording } from './recording.ts';

/**
 * Holds the one recording of a dialog. A microphone is granted when the person or the device gets to it: by then the
 * dialog may be closed, or another recording asked for.
 */
export function recordingSeat<One extends Pick<Recording, 'leave'>>() {
  let held: One | null = null;
  let asked = 0;

  /** Gives up the seat, also of one that has not begun yet. */
  function release(): One | null {
    const released = held;
    held = null;
    asked += 1;
    return released;
  }

  /** Resolves with null where the seat was given up in between: what has begun since then is left as well. */
  async function take(starting: Promise<One>): Promise<One | null> {
    const own = asked;
    try {
      const begun = await starting;
      if (own === asked) {
        held = begun;
        return begun;
      }
      await begun.leave();
      return null;
    } catch (error) {
      if (own === asked) throw error;
      return null;
    }
  }

  return { held: () => held, release, take };
}
