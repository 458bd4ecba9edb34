/** What people write in front out of habit, and what the sentence has already. */
const LEADING_IF = /^(?:if|when|whenever)\s+/i;
const LEADING_THEN = /^(?:,\s*)?(?:then\s+)?/i;
const LEADING_I = /^I\s+/;
/** "I’ll", "I’m", "I'd": said with the I that they have. */
const OWN_I = /^I[’']/;
const TRAILING = /[\s.,;:]+$/;

/** As it is kept: without the words that every plan has. Empty where nothing else was written. */
export function cueOf(text: string): string {
  return text.trim().replace(LEADING_IF, '').replace(TRAILING, '');
}

export function actionOf(text: string): string {
  return text.trim().replace(LEADING_THEN, '').replace(LEADING_I, '').replace(TRAILING, '');
}

/** Aloud: "If the room is taken, then I stand in the corridor." */
export function planSentence({ cue, action }: { readonly cue: string; readonly action: string }): string {
  const act = actionOf(action);
  return `If ${cueOf(cue)}, then ${OWN_I.test(act) ? '' : 'I '}${act}${/[?!”"’']$/.test(act) ? '' : '.'}`;
}
