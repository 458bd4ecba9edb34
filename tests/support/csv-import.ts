import { v7 } from 'uuid';
import { z } from 'zod';
import { ImportAnswer, ImportPreview } from '../../src/features/imports/contract.ts';
import { Problem } from '../../src/platform/contract.ts';
import type { Store } from '../../src/platform/database.ts';
import { csvUpload, RACES_MAPPING, typingRaces, WORDS_A_MINUTE } from './csv-upload.ts';
import type { TestPerson } from './fresh-app.ts';

export const races = typingRaces(16_000);
export const RACES_PLAN = {
  mapping: RACES_MAPPING,
  measure: WORDS_A_MINUTE,
  target: { kind: 'new', title: 'Typing races' },
};
export const SMALL_PLAN = { ...RACES_PLAN, mapping: { valueColumn: 'wpm', timeColumn: 'at' } };

/** What was asked for, or the problem: a test says which of them it expects. */
const Refused = Problem.partial().shape;
const Answer = z.object({ ...ImportAnswer.partial().shape, ...Refused });
const PreviewAnswer = z.object({ ...ImportPreview.partial().shape, ...Refused });

export async function sendCsv(who: TestPerson, file: string, plan: unknown, id = v7()) {
  const answer = await who.request(`/api/imports/${id}`, await csvUpload(file, plan));
  return { status: answer.status, id, body: Answer.parse(await answer.json()) };
}

export async function previewCsv(
  who: TestPerson,
  file: string | Uint8Array<ArrayBuffer>,
  plan: unknown = {},
) {
  const answer = await who.request(`/api/imports/${v7()}/preview`, await csvUpload(file, plan));
  return { status: answer.status, body: PreviewAnswer.parse(await answer.json()) };
}

export function attemptsOf(store: Store, who: TestPerson) {
  return store.inSpace(who.spaceId, (trx) =>
    trx
      .selectFrom('attempt')
      .selectAll()
      .where('space_id', '=', who.spaceId)
      .orderBy('started_at')
      .orderBy('sequence')
      .execute(),
  );
}

export async function countsOf(store: Store, who: TestPerson) {
  return store.inSpace(who.spaceId, async (trx) => {
    const count = async (
      table: 'attempt' | 'practice' | 'payoff' | 'practice_session' | 'micromastery' | 'remark',
    ) =>
      (
        await trx
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('space_id', '=', who.spaceId)
          .executeTakeFirstOrThrow()
      ).count;
    return {
      attempts: await count('attempt'),
      practices: await count('practice'),
      payoffs: await count('payoff'),
      sessions: await count('practice_session'),
      micromasteries: await count('micromastery'),
      remarks: await count('remark'),
    };
  });
}

/** As `countsOf` tells it. */
export const NOTHING = { attempts: 0, practices: 0, payoffs: 0, sessions: 0, micromasteries: 0, remarks: 0 };
