import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { z } from 'zod';
import { type Actor, ownSpace } from './access.ts';
import { PROBLEMS, Problem, type ProblemCode } from './contract.ts';
import { invalid, Refusal } from './problems.ts';

export type AppEnv = { Variables: { actor?: Actor } };

/** A router whose refused input becomes a problem with JSON pointers; every feature's routes hang on one. */
export function createRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error, result.target);
    },
  });
}

/** What is not of the schema becomes the same problem as in any route; `where` as there. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: 'param' | 'json',
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(result.error, where);
}

/** The body of a request as JSON, refused where it is none. */
export async function jsonOf(c: Context<AppEnv>): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('invalid', { errors: [MALFORMED] });
    throw error;
  }
}
const MALFORMED = { pointer: '', message: 'Malformed JSON in request body' };

/** Before a large body is taken in: who is nobody here must not fill the memory. */
export const signedIn: MiddlewareHandler<AppEnv> = (c, next) => {
  ownSpace(c.get('actor'));
  return next();
};

/** What any operation may answer beside its own: the edge refuses before a handler is asked. */
const ALWAYS = [
  'invalid',
  'too-large',
  'foreign-request',
  'other-space',
  'database-away',
  'disk-full',
  'fault',
] as const;

/** The documented refusals of an operation, grouped by status. */
export function refusals(...codes: readonly ProblemCode[]) {
  const byStatus = new Map<number, Set<ProblemCode>>();
  for (const code of [...codes, ...ALWAYS]) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries(
    [...byStatus].map(([status, inStatus]) => [
      status,
      {
        description: [...inStatus].map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join(' '),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** `required`, or a body of another content type would pass unread. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}
