import type { ImportPreview } from './contract.ts';

type StartWords = {
  /** “1 Mar 2026, 18:05”, and the day that it counts for where that is another one. */
  readonly start: (row: Pick<ImportPreview['firstRows'][number], 'startedAt' | 'localDay'>) => string;
  /** “1 Mar 2026”, of a moment. */
  readonly day: (moment: string) => string;
};

/** As every screen writes it; a month in letters is read the same everywhere. */
const LOCALE = 'en-GB';

/** When a take began, by the clock of where the learner was. */
export function startWords(timeZone: string): StartWords {
  const full = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone });
  const localDate = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    start: ({ startedAt, localDay }) => {
      const at = new Date(startedAt);
      // Written with the offset of another place, it counts for the day that it was there.
      const counted = localDate.format(new Date(`${localDay}T00:00:00Z`));
      return `${full.format(at)}${date.format(at) === counted ? '' : `, counts for ${counted}`}`;
    },
    day: (moment) => date.format(new Date(moment)),
  };
}
