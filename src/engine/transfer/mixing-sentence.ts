import type { Mixing } from './mixing-effect.ts';

/**
 * What the probes say of mixing, in one or two sentences. It speaks of this learner's later takes alone, and never of how practice itself
 * felt or scored.
 */
export function mixingSentence(mixing: Mixing): string {
  if (mixing.kind === 'too-early') {
    const { mixed, blocked, need } = mixing;
    return (
      `Too early to say whether mixing helps you: ${takes(mixed)} after mixed practice and ${blocked} after practice in ` +
      `blocks, on days that had both; ${need} of each are needed.`
    );
  }
  const { verdict, mixed, blocked, effect } = mixing;
  const n = `${mixed + blocked} later takes`;
  const between = (low: number, high: number) =>
    `between ${figure(low)} and ${figure(high)} times the usual spread of your takes (19 in 20)`;
  switch (verdict) {
    case 'mixed-better':
      return `Over ${n}, what you practised mixed came back better: by ${between(effect.lower, effect.upper)}.`;
    case 'blocked-better':
      return `Over ${n}, what you practised in blocks came back better: by ${between(-effect.upper, -effect.lower)}.`;
    case 'cannot-tell':
      return `Over ${n} it cannot be told which comes back better: mixing makes a difference ${between(effect.lower, effect.upper)}.`;
    default:
      return verdict satisfies never;
  }
}

const takes = (count: number) => (count === 1 ? '1 later take' : `${count} later takes`);

function figure(value: number): string {
  const rounded = Math.abs(value).toFixed(2);
  return value < 0 && Number(rounded) > 0 ? `−${rounded}` : rounded;
}
