import { v7 } from 'uuid';
import type { EvidenceKind } from '../../src/engine/evidence/kinds.ts';
import type { EvidenceBody } from '../../src/features/evidence/contract.ts';
import type { TestPerson } from './fresh-app.ts';
import type { MediaBytes } from './media-bytes.ts';
import { accepted } from './practice-facts.ts';

const TUS = { 'tus-resumable': '1.0.0' };

const encode = (text: string) => Buffer.from(text).toString('base64');
export const metadataOf = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${encode(value)}`)
    .join(',');

/** Begins an upload. Anything may be announced otherwise than it is. */
export function begin(
  who: TestPerson,
  { contentType, bytes, sha256 }: MediaBytes,
  more: { metadata?: string; length?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  return who.request('/api/uploads', {
    method: 'POST',
    headers: {
      ...TUS,
      'upload-length': more.length ?? String(bytes.length),
      'upload-metadata': more.metadata ?? metadataOf({ sha256, contentType }),
      ...more.headers,
    },
  });
}

export function sendPiece(
  who: TestPerson,
  address: string,
  bytes: Exclude<RequestInit['body'], null | undefined>,
  offset: number,
  more: RequestInit & { duplex?: 'half' } = {},
): Promise<Response> {
  return who.request(address, {
    method: 'PATCH',
    body: bytes,
    ...more,
    headers: {
      ...TUS,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      ...(more.headers as Record<string, string> | undefined),
    },
  });
}

export const headOf = (who: TestPerson, address: string) =>
  who.request(address, { method: 'HEAD', headers: TUS });

export const endUpload = (who: TestPerson, address: string) =>
  who.request(address, { method: 'DELETE', headers: TUS });

/** Where an upload goes on, once it was begun. */
export async function addressOf(answer: Promise<Response>): Promise<string> {
  return (await accepted(answer)).headers.get('location') ?? '';
}

/** All of it, in pieces of the lengths given and then the rest; answers what the last one was answered with. */
export async function upload(
  who: TestPerson,
  media: MediaBytes,
  cuts: readonly number[] = [],
): Promise<Response> {
  const begun = await accepted(begin(who, media));
  if (begun.status === 200) return begun;
  const address = begun.headers.get('location') ?? '';
  let answer = begun;
  for (const [index, start] of [0, ...cuts].entries())
    answer = await sendPiece(
      who,
      address,
      media.bytes.slice(start, cuts[index] ?? media.bytes.length),
      start,
    );
  return answer;
}

export const evidenceBody = (
  practiceId: string,
  kind: EvidenceKind,
  { contentType, bytes, sha256 }: MediaBytes,
  more: Partial<EvidenceBody> = {},
): EvidenceBody => ({
  practiceId,
  attemptId: null,
  sessionId: null,
  kind,
  name: null,
  contentType,
  bytes: bytes.length,
  sha256,
  durationSeconds: null,
  madeAt: '2026-03-01T09:00:00.000Z',
  ...more,
});

/** The fact alone; answers its id. */
export async function tellOf(who: TestPerson, body: EvidenceBody): Promise<string> {
  const id = v7();
  await accepted(who.put(`/api/evidence/${id}`, body));
  return id;
}
