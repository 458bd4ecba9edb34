import { random } from '../../src/engine/random.ts';

/** The body and headers of a form with a file and a plan, as a browser would send it. */
export async function csvUpload(
  file: string | Uint8Array<ArrayBuffer>,
  plan: unknown,
  name = 'races.csv',
): Promise<RequestInit> {
  const form = new FormData();
  form.set('file', new File([file], name));
  form.set('plan', JSON.stringify(plan));
  const encoded = new Response(form);
  const contentType = encoded.headers.get('content-type') ?? '';
  return { method: 'POST', body: await encoded.arrayBuffer(), headers: { 'content-type': contentType } };
}

export const RACES_MAPPING = {
  valueColumn: 'WPM',
  timeColumn: 'Date/Time (UTC)',
  timesAreUtc: true,
  conditionColumns: ['Accuracy', 'Rank', '# Racers', 'Text ID'],
};
export const WORDS_A_MINUTE = { kind: 'rate', unit: 'words a minute', direction: 'up' } as const;

/** Typing races in the form in which a well-known site exports them: several sittings a day, for years. */
export function typingRaces(count: number, seed = 1): string {
  const chance = random(seed);
  const rows = ['Race #,WPM,Accuracy,Rank,# Racers,Text ID,Date/Time (UTC)'];
  let at = Date.UTC(2012, 0, 16, 19, 8, 4);
  for (let race = 1; race <= count; race++) {
    const wpm = Math.max(5, Math.round(40 + 50 * (1 - Math.exp(-race / 4000)) + 6 * chance.normal()));
    const racers = 2 + chance.below(4);
    const moment = new Date(at).toISOString().replace('T', ' ').slice(0, 19);
    const accuracy = (0.8 + 0.2 * chance.uniform()).toFixed(2);
    rows.push(
      `${race},${wpm},${accuracy},${1 + chance.below(racers)},${racers},${chance.below(4000)},${moment}`,
    );
    at += 1000 * (40 + chance.below(80) + (chance.below(12) === 0 ? 3600 * (1 + chance.below(40)) : 0));
  }
  return `${rows.join('\n')}\n`;
}
