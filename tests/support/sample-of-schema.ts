/** JSON Schema as OpenAPI 3.1 documents carry it; only what our contracts use. */
export type JsonSchema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
};
type Schemas = Readonly<Record<string, JsonSchema>>;

/** A small generator of its own (mulberry32), so that a seed in a failure gives the same body again. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const TEXTS = [
  'a',
  'catches',
  'O’Brien',
  'ünï',
  '日本',
  '🤹',
  '  spaced  ',
  '0',
  'null',
  '<b>x</b>',
  "'; --",
  'x'.repeat(39),
];
const MOMENTS = [
  '2026-01-05T10:00:00Z',
  '2026-02-28T23:59:59.999+14:00',
  '1999-12-31T00:00:00-11:30',
  '2199-01-01T00:00:00Z',
];
const UUIDS = ['018f2b1e-1111-7aaa-8bbb-0123456789ab', '018f2b1e-2222-7aaa-8bbb-0123456789ab'];

/** A body that the schema allows (formats of ours only); the same for the same seed. */
export function sampleOf(schema: JsonSchema, schemas: Schemas, seed: number): unknown {
  const below = generator(seed);
  const one = <T>(list: readonly T[]): T | undefined => list[below(list.length)];

  function make(part: JsonSchema, depth: number): unknown {
    if (part.$ref !== undefined) return make(schemas[part.$ref.split('/').at(-1) ?? ''] ?? {}, depth);
    // What no chance would make: a whole that is right in itself.
    if (part.examples !== undefined && below(2) === 0) return one(part.examples);
    if (part.const !== undefined) return part.const;
    if (part.enum !== undefined) return one(part.enum);
    const choices = part.anyOf ?? part.oneOf;
    if (choices !== undefined) return make(one(choices) ?? {}, depth + 1);
    if (part.allOf !== undefined)
      return Object.assign({}, ...part.allOf.map((each) => make(each, depth + 1)));
    const type = typeof part.type === 'string' ? part.type : one(part.type ?? ['null']);
    switch (type) {
      case 'object':
        return makeObject(part, depth);
      case 'array':
        return Array.from({ length: depth > 6 ? 0 : below(3) }, () => make(part.items ?? {}, depth + 1));
      case 'integer':
        return makeNumber(part, 1);
      case 'number':
        return makeNumber(part, 0.5);
      case 'boolean':
        return below(2) === 0;
      case 'string':
        return makeText(part);
      default:
        return null;
    }
  }

  function makeObject(part: JsonSchema, depth: number): unknown {
    const entries = Object.entries(part.properties ?? {}).filter(
      ([name]) => part.required?.includes(name) === true || below(2) === 0,
    );
    const made = Object.fromEntries(entries.map(([name, each]) => [name, make(each, depth + 1)]));
    if (typeof part.additionalProperties === 'object' && below(2) === 0)
      made[one(TEXTS) ?? 'a'] = make(part.additionalProperties, depth + 1);
    return made;
  }

  function makeNumber(part: JsonSchema, step: number): number {
    const min = Math.max(part.minimum ?? -10, -1000);
    const max = Math.min(part.maximum ?? 100, 1000);
    return min + Math.floor(below(1_000_000) % (Math.floor((max - min) / step) + 1)) * step;
  }

  function makeText(part: JsonSchema): string {
    if (part.format === 'uuid') return one(UUIDS) ?? '';
    if (part.format === 'date-time') return one(MOMENTS) ?? '';
    if (part.format === 'date') return one(['2026-01-05', '2024-02-29']) ?? '';
    if (part.pattern === '^[0-9a-f]{64}$') return 'a1'.repeat(32);
    if (part.pattern?.startsWith('^(https?:')) return 'https://example.org/a';
    const text = one(TEXTS) ?? 'a';
    return text.slice(0, Math.min(part.maxLength ?? 40, 40)) || 'a';
  }

  return make(schema, 0);
}

const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(5000),
  -1,
  0.1,
  1e308,
  -1e308,
  2 ** 53,
  2 ** 31,
  [],
  [[]],
  {},
  true,
  '2026-13-45T99:99:99Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '00000000-0000-0000-0000-000000000000',
  { toString: 'x' },
  ['a', 'a', 'a'],
  '$1',
  '\\',
  '\n',
  '\u202e',
];

/** The body with one part of it replaced by something that no one should send. */
export function hostileBody(body: unknown, seed: number): unknown {
  const below = generator(seed ^ 0x9e3779b9);
  const evil = HOSTILE[below(HOSTILE.length)];
  if (typeof body !== 'object' || body === null || below(8) === 0) return evil ?? null;
  const keys = Object.keys(body);
  const key = keys[below(Math.max(1, keys.length))];
  if (key === undefined) return { surplus: evil };
  const inner = Reflect.get(body, key);
  const isDeeper = typeof inner === 'object' && inner !== null && below(2) === 0;
  return { ...body, [key]: isDeeper ? hostileBody(inner, seed + 1) : evil };
}
