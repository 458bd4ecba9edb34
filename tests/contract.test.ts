import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { documentedApi } from './support/documented-api.ts';
import { countRows, tablesOfFacts } from './support/fact-tables.ts';
import { freshApp } from './support/fresh-app.ts';
import { startPractice } from './support/practice-facts.ts';
import { hostileBody, sampleOf } from './support/sample-of-schema.ts';

const { app, person, connection } = await freshApp({ library: true });
const nadia = await person();

const { document, operations, expectDocumented } = await documentedApi(nadia);

/** Everything that a space holds, so that "nothing stored on refusal" can be counted. */
const tables = [...(await tablesOfFacts(connection)), 'micromastery', 'import_run'];
const rowsOf = (spaceId: string) => countRows(connection, spaceId, tables);

const fill = (path: string, value: (name: string) => string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'version' ? '1' : encodeURIComponent(value(name)),
  );

/** The document itself, and the page that the printed link opens. */
const NO_OPERATIONS = ['GET /api/openapi.json', 'GET /open'];

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

  it('names every address that the server answers, and no other', async () => {
    const answered = app.routes
      // What stands before the operations and after them is registered for every address below a path.
      .filter(({ path, method }) => method !== 'ALL' && !path.includes('*'))
      .map(({ path, method }) => `${method} ${path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`);
    const documented = operations.map(({ path, method }) => `${method} ${path}`);
    expect([...new Set(answered)].toSorted()).toEqual([...documented, ...NO_OPERATIONS].toSorted());
  });

  it('is not asked for what is not there', async () => {
    const unknown = await nadia.request('/api/nothing-here');
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe.each(operations.map((found) => [`${found.method} ${found.path}`, found] as const))(
  '%s',
  (name, operation) => {
    const { path, method, parameters, body: schema } = operation;
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
        const query = parameters
          .filter((p) => p.in === 'query')
          .map((p) => `${p.name}=${encodeURIComponent(word)}`);
        if (!path.includes('{') && query.length === 0) continue;
        const target = `${fill(path, () => word)}?${query.join('&')}`;
        const response = await send(
          target,
          schema === undefined ? undefined : sampleOf(schema, document.components.schemas, 2),
        );
        await expectDocumented(operation, response, `${name} with ${word.slice(0, 20)}`);
      }
      if (path.includes('{')) expect(await rowsOf(nadia.spaceId)).toEqual(before);
    });

    if (schema !== undefined) {
      it('answers any body as documented, and stores nothing on refusal', async () => {
        const ids = await startPractice(nadia);
        const answers = new Set<number>();
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
              answers.add(response.status);
              if (!response.ok) expect(await rowsOf(nadia.spaceId)).toEqual(before);
            },
          ),
          { numRuns: 60 },
        );
        // Where every body is refused as it stands, nothing behind the gate was tried.
        const seen = [...answers].filter((status) => ![413, 415, 422].includes(status));
        expect(seen, `no body got past the gate of ${name}`).not.toEqual([]);
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
