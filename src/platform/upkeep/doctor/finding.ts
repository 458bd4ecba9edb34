/**
 * `ok`: as it should be. `note`: nothing is wrong, and a person may want to know it. `wrong`: says what to do.
 */
export type Finding = {
  readonly topic: string;
  readonly state: 'ok' | 'note' | 'wrong';
  readonly says: string;
  readonly remedy: string | null;
};

export function ok(topic: string, says: string): Finding {
  return { topic, state: 'ok', says, remedy: null };
}

export function note(topic: string, says: string): Finding {
  return { topic, state: 'note', says, remedy: null };
}

export function wrong(topic: string, says: string, remedy: string): Finding {
  return { topic, state: 'wrong', says, remedy };
}

/** One line each, the states under one another. */
export function lineOf({ topic, state, says, remedy }: Finding): string {
  return `${state.padEnd(6)} ${topic}: ${says}${remedy === null ? '' : ` ${remedy}`}`;
}
