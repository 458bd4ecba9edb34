import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { TestPerson } from './fresh-app.ts';
import type { JsonSchema } from './sample-of-schema.ts';

export type Operation = {
  readonly path: string;
  /** In capitals. */
  readonly method: string;
  readonly parameters: readonly { name: string; in: 'path' | 'query'; schema: JsonSchema }[];
  /** Of a body of JSON; undefined where none is taken. */
  readonly body: JsonSchema | undefined;
  readonly responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
};

type Document = {
  openapi: string;
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, JsonSchema> };
};
type DocumentedOperation = {
  parameters?: Operation['parameters'];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Operation['responses'];
};

export type DocumentedApi = {
  readonly document: Document;
  readonly operations: readonly Operation[];
  /** Throws where the document has no such operation; `path` as the document writes it, with {id}. */
  operation(method: string, path: string): Operation;
  /** Holds an answer to what the document says of this operation: a status that is there, with the shape that is there. */
  expectDocumented(operation: Operation, response: Response, call: string): Promise<void>;
};

/** The OpenAPI document as the server serves it, and what checks answers against it. */
export async function documentedApi(person: TestPerson): Promise<DocumentedApi> {
  const document = (await (await person.request('/api/openapi.json')).json()) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      path,
      method: method.toUpperCase(),
      parameters,
      body: requestBody?.content['application/json']?.schema,
      responses,
    })),
  );
  const validatorOf = createValidators(document);
  return {
    document,
    operations,
    operation: (method, path) => {
      const found = operations.find((one) => one.method === method && one.path === path);
      if (found === undefined) throw new Error(`${method} ${path} is not in the document`);
      return found;
    },
    expectDocumented: async (operation, response, call) => {
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
      const faults = validate(body) ? [] : validate.errors;
      expect(faults, `${call}: ${JSON.stringify(body).slice(0, 300)}`).toEqual([]);
    },
  };
}

function createValidators({ components }: Document): (schema: JsonSchema) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'openapi', components });
  const validators = new Map<JsonSchema, ValidateFunction>();
  return (schema) => {
    const known = validators.get(schema);
    if (known !== undefined) return known;
    const made = ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/')),
    );
    validators.set(schema, made);
    return made;
  };
}
