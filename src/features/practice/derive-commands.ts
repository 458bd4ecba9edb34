import type { Command } from 'commander';
import { formatValue } from '../../engine/measure/format-value.ts';
import { betweenWords, levelWords, takes } from '../../engine/picture/wording.ts';
import type { ApiClient } from '../../platform/command-line/api-client.ts';
import { openApiClient } from '../../platform/command-line/open-api-client.ts';
import { jsonLine, print } from '../../platform/command-line/print.ts';
import { readAnswer } from '../../platform/command-line/read-answer.ts';
import { runCommand } from '../../platform/command-line/run-command.ts';
import { readConfig } from '../../platform/config.ts';
import type { Wiring } from '../../platform/serving/serve.ts';
import { Bench, type PracticeCard } from './contract.ts';
import { PracticePicture } from './picture-contract.ts';

type Picture = PracticePicture['picture'];

/** `bottega derive`: what every practice says now, from its attempts alone, by the engine of this version. */
export function registerDeriveCommand(program: Command, wiring: Wiring): void {
  program
    .command('derive')
    .description('derive what every practice says from its attempts anew, and say it')
    .option('--json', 'the whole of each as JSON, one practice a line')
    .addHelpText(
      'after',
      '\nOnly attempts and what was said of them are kept. Everything reckoned from them can be thrown away and is reckoned again by this.',
    )
    .action((options: { json?: true }) => runCommand(() => derive(wiring, options.json === true)));
}

async function derive(wiring: Wiring, isJson: boolean): Promise<void> {
  const client = await openApiClient(readConfig(process.env), wiring, process.env);
  try {
    const { practices } = await readAnswer(await client.request('/api/bench'), Bench);
    let attempts = 0;
    for (const card of practices) {
      const picture = await pictureOf(client, card);
      attempts += card.attempts;
      print(
        isJson
          ? jsonLine({ title: card.title, ...picture })
          : `“${card.title}”: ${said(card, picture.picture)}`,
      );
    }
    if (!isJson)
      print(
        `Derived anew: ${practices.length} ${practices.length === 1 ? 'practice' : 'practices'}, ${takes(attempts)}.`,
      );
  } finally {
    await client.close();
  }
}

/** `no-cache`: what the server reckoned before is not asked for. */
async function pictureOf(client: ApiClient, { id }: PracticeCard): Promise<PracticePicture> {
  const answer = await client.request(`/api/practices/${id}/picture`, {
    headers: { 'cache-control': 'no-cache' },
  });
  return readAnswer(answer, PracticePicture);
}

function said({ payoff, attempts }: PracticeCard, picture: Picture): string {
  if (payoff === null) return `${takes(attempts)}, no payoff yet`;
  if (picture === null || picture.n === 0) return 'no takes yet';
  const { latest, outlook, course } = picture;
  const parts = [takes(picture.n)];
  if ('median' in latest) {
    const { median, n, interval } = latest;
    const sure =
      interval.kind === 'interval'
        ? `, ${levelWords(interval.level)} ${betweenWords(payoff, interval.low, interval.high)}`
        : '';
    parts.push(`the middle of the last ${n} ${formatValue(payoff, median)}${sure}`);
  }
  if (outlook?.kind === 'outlook') {
    const { mean, low, high } = outlook.nextTen;
    parts.push(
      `the next ten about ${formatValue(payoff, mean)}, ${levelWords(outlook.level)} ${betweenWords(payoff, low, high)}`,
    );
  }
  if (course?.kind === 'plateau') parts.push(`a plateau since take ${course.sinceNumber}`);
  if (course?.kind === 'improving') parts.push('still gaining');
  return parts.join('; ');
}
