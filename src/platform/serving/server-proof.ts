import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * How a command knows that who listens at a noted address is the server that left the note, before it sends its key
 * there: both know a secret that only the owner of the data folder can read. The command sends a new challenge, and the
 * answer is a keyed hash of it (HMAC, RFC 2104), from which neither the secret nor another answer can be worked out.
 */
const CHALLENGE_HEADER = 'bottega-challenge';
const PROOF_HEADER = 'bottega-proof';
const CHALLENGE_PATTERN = /^[A-Za-z0-9_-]{43}$/;
/** A server that is taking in a large file may be busy for a moment; past this a command uses the database itself. */
const LONGEST_ANSWER_MS = 2_000;

const newRandom = () => randomBytes(32).toString('base64url');
export const newSecret = newRandom;

const proofOf = (secret: string, challenge: string) =>
  createHmac('sha256', secret).update(challenge).digest('base64url');

/** The server's side: undefined for every other request. It asks no database, so it is quick when that is away. */
export function answerChallenge(request: Request, secret: string): Response | undefined {
  const challenge = request.headers.get(CHALLENGE_HEADER);
  if (challenge === null || !CHALLENGE_PATTERN.test(challenge)) return undefined;
  if (new URL(request.url).pathname !== '/health') return undefined;
  const headers = { [PROOF_HEADER]: proofOf(secret, challenge), 'cache-control': 'no-store' };
  return new Response(null, { status: 204, headers });
}

/** The command's side: false also where nobody listens, or somebody who does not answer. */
export async function isServerOf(address: string, secret: string): Promise<boolean> {
  const challenge = newRandom();
  try {
    const answer = await fetch(new URL('/health', address), {
      headers: { [CHALLENGE_HEADER]: challenge },
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
    });
    await answer.body?.cancel();
    const given = Buffer.from(answer.headers.get(PROOF_HEADER) ?? '');
    const expected = Buffer.from(proofOf(secret, challenge));
    return given.length === expected.length && timingSafeEqual(given, expected);
  } catch {
    return false;
  }
}
