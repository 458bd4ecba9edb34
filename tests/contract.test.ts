import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { freshApp } from './support/fresh-app.ts';
import { startPractice } from './support/practice-facts.ts';
import { hostileBody, type JsonSchema, sampleOf } from './support/sample-of-schema.ts';

const { person, store } = await freshApp({ library: true });
const nadia = await person();

type Operation = {
  parameters?: { name: string; in: 'path' | 'query'; required?: boolean; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
};

const document = (await (await nadia.request('/api/openapi.json')).json()) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

const ajv = new Ajv2020({ strict: false, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'openapi', components: document.components });
const validators = new Map<JsonSchema, ValidateFunction>();
function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const made = ajv.compile(
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/')),
  );
  validators.set(schema, made);
  return made;
}

/** Holds an answer to what the document says of this operation: a status that is there, with the shape that is there. */
async function expectDocumented(operation: Operation, response: Response, call: string): Promise<void> {
  expect(response.status, call).toBeLessThan(500);
  const documented = operation.responses[String(response.status)];
  expect(documented, `${call} answered ${response.status}, which is not documented`).toBeDefined();
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = documented?.content?.[type]?.schema;
  if (schema === undefined) {
    expect(Object.keys(documented?.content ?? {}), `${call} answered ${type}`).toEqual([]);
    return;
  }
  if (!/json$/.test(type)) return;
  const validate = validatorOf(schema);
  const body: unknown = await response.json();
  expect(validate(body) ? [] : validate.errors, `${call}: ${JSON.stringify(body).slice(0, 300)}`).toEqual([]);
}

/** Everything that a space holds, so that "nothing stored on refusal" can be counted. */
async function rowsOf(spaceId: string): Promise<Record<string, number>> {
  const tables = [
    'need',
    'need_match',
    'practice',
    'payoff',
    'practice_session',
    'session_end',
    'attempt',
    'retraction',
    'remark',
    'micromastery',
    'import_run',
  ] as const;
  return store.inSpace(spaceId, async (trx) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const rows = await trx
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('space_id', '=', spaceId)
        .execute();
      counts[table] = rows[0]?.n ?? 0;
    }
    return counts;
  });
}

const fill = (path: string, value: (name: string) => string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(value(name)));

describe('the document', () => {
  it('is OpenAPI 3.1 and passes a strict linter', () => {
    expect(document.openapi).toBe('3.1.0');
    const folder = mkdtempSync(join(tmpdir(), 'bottega-openapi-'));
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const root = join(import.meta.dirname, '..');
    const output = execFileSync(
      join(root, 'node_modules', '.bin', 'redocly'),
      ['lint', file, '--format=json', '--config', join(root, 'redocly.yaml')],
      {
        cwd: folder,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    ).toString();
    expect(JSON.parse(output).totals).toMatchObject({ errors: 0, warnings: 0 });
  }, 60_000);

  it('names every address under /api that the server answers', async () => {
    expect(operations.length).toBeGreaterThan(15);
    expect(document.paths).toHaveProperty('/health');
    const unknown = await nadia.request('/api/nothing-here');
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe.each(operations.map((found) => [`${found.method} ${found.path}`, found] as const))(
  '%s',
  (name, { path, method, operation }) => {
    const schema = operation.requestBody?.content['application/json']?.schema;
    const send = (target: string, body: unknown) =>
      nadia.request(target, {
        method,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });

    it('answers a stranger as documented', async () => {
      const target = fill(path, () => v7());
      const body =
        schema === undefined ? undefined : JSON.stringify(sampleOf(schema, document.components.schemas, 1));
      const response = await nadia.request(target, {
        method,
        headers: { authorization: `Bearer btg_${'a'.repeat(43)}` },
        ...(body === undefined ? {} : { body }),
      });
      await expectDocumented(operation, response, name);
    });

    it('answers addresses and queries that make no sense as documented, and stores nothing', async () => {
      const before = await rowsOf(nadia.spaceId);
      const nonsense = ['x', '0', 'null', "' or 1=1 --", '%00', '../../etc/passwd', 'ü', 'a'.repeat(3000)];
      for (const word of nonsense) {
        const query = (operation.parameters ?? [])
          .filter((p) => p.in === 'query')
          .map((p) => `${p.name}=${encodeURIComponent(word)}`);
        const hasPath = path.includes('{');
        if (!hasPath && query.length === 0) continue;
        const target = `${fill(path, () => word)}?${query.join('&')}`;
        const response = await send(
          target,
          schema === undefined ? undefined : sampleOf(schema, document.components.schemas, 2),
        );
        // A path that is not a document's path any more (such as one with ..) is nobody's operation.
        if (response.status === 404 && hasPath) continue;
        await expectDocumented(operation, response, `${name} with ${word.slice(0, 20)}`);
      }
      if (path.includes('{')) expect(await rowsOf(nadia.spaceId)).toEqual(before);
    });

    if (schema !== undefined) {
      it('answers any body as documented, and stores nothing on refusal', async () => {
        const ids = await startPractice(nadia);
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 0, max: 2 ** 31 - 1 }),
            fc.boolean(),
            async (seed, isHostile) => {
              const sample = sampleOf(schema, document.components.schemas, seed);
              const known =
                typeof sample === 'object' && sample !== null && seed % 2 === 0
                  ? { ...sample, ...pick(sample, ids) }
                  : sample;
              const body = isHostile ? hostileBody(known, seed) : known;
              const before = await rowsOf(nadia.spaceId);
              const response = await send(
                fill(path, () => v7()),
                body,
              );
              await expectDocumented(
                operation,
                response.clone(),
                `${name} ${JSON.stringify(body)?.slice(0, 400)}`,
              );
              if (!response.ok) expect(await rowsOf(nadia.spaceId)).toEqual(before);
            },
          ),
          { numRuns: 60 },
        );
      });

      it.each([
        '',
        '{',
        '[]',
        'null',
        '"text"',
        '1e999',
        '{"a":1e999}',
        '[[[[[[[[]]]]]]]]',
        `{"a":"${'x'.repeat(70_000)}"}`,
        '{"__proto__":{"x":1}}',
      ])('refuses the body %.20s as documented', async (body) => {
        const response = await send(
          fill(path, () => v7()),
          body,
        );
        expect(response.ok).toBe(false);
        await expectDocumented(operation, response, name);
      });
    }
  },
);

/** Real ids in place of invented ones, so that bodies also get as far as the database. */
function pick(sample: object, ids: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(ids).filter(([key]) => key in sample));
}
