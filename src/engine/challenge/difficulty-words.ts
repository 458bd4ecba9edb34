import { DEFAULT_TARGET, type DifficultyAdvice, type DifficultyOptions } from './difficulty.ts';

/** Why the next attempt belongs where it does, in one sentence: "7 of the last 8 passed at 90 bpm: try 95 bpm." */
export function difficultySentence(advice: DifficultyAdvice, options: DifficultyOptions): string {
  const { levels, target = DEFAULT_TARGET } = options;
  const { reason, from, to } = advice;
  const [here, next] = [levels[from] ?? '', levels[to] ?? ''];
  const passed = passedWords(advice, here);
  const aim = `${Math.round(100 * target)}%`;
  switch (reason) {
    case 'too-few-attempts':
      return `${passed}: a few more there before anything is changed.`;
    case 'too-easy':
      return `${passed}: try ${next}.`;
    case 'too-hard':
      return `${passed}: go back to ${next} for now.`;
    case 'near-target':
      return `${passed}: stay there, about ${aim} should pass.`;
    case 'not-sure-yet':
      return `${passed}: a few more there will tell.`;
    case 'hardest-level':
      return `${passed}, and there is no harder level: add one when you like.`;
    case 'easiest-level':
      return `${passed}, and there is no easier level: add one when you like.`;
    case 'locked':
      return `${passed}. You keep the level as it is.`;
    default:
      return reason satisfies never;
  }
}

function passedWords({ passed, of }: DifficultyAdvice, level: string): string {
  const place = SAYS_WHERE.test(level) ? level : `at ${level}`;
  if (of === 0) return `Nothing tried yet ${place}`;
  if (of === 1) return `The last one ${passed === 1 ? 'passed' : 'did not pass'} ${place}`;
  if (passed === 0) return `None of the last ${of} passed ${place}`;
  return passed === of
    ? `All of the last ${of} passed ${place}`
    : `${passed} of the last ${of} passed ${place}`;
}

/** A level that says where or how by itself: "over the head", not "at over the head". */
const SAYS_WHERE = /^(at|above|below|by|from|in|on|over|under|with|without) /i;
