/** Three sessions on three days: one good day is luck, three are a skill. */
export const DAYS_TO_MEET = 3;
