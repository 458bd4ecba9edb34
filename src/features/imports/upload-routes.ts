import type { z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from '../../platform/http.ts';
import { invalid, Refusal } from '../../platform/problems.ts';
import { CUT_IN_PARTS, IMPORT_BYTES } from './contract.ts';

export type Upload<Plan> = { readonly fileName: string; readonly bytes: Uint8Array; readonly plan: Plan };

/** The plan, and what separates the parts of a form, come on top of the file. */
const FORM_BYTES = IMPORT_BYTES + 256 * 1024;
const PLAN_CHARACTERS = 64 * 1024;
const TOO_LARGE = `A file may have 32 MB. ${CUT_IN_PARTS}`;

/** A form with the file and the plan, as the OpenAPI document describes it. */
export const formOf = (planSchema: string) => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        required: ['file', 'plan'],
        properties: {
          file: {
            type: 'string' as const,
            contentMediaType: 'text/csv',
            description: 'The CSV file as it is: UTF-8, with commas, semicolons or tabs, of at most 32 MB.',
          },
          plan: { $ref: `#/components/schemas/${planSchema}` },
        },
      },
      encoding: { plan: { contentType: 'application/json' } },
    },
  },
});

const limitBody = bodyLimit({
  maxSize: FORM_BYTES,
  onError: () => {
    throw new Refusal('too-large', { detail: TOO_LARGE });
  },
});

/** Before anything of the body is read. */
export const takeForm: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!/^multipart\/form-data\s*;/i.test(c.req.header('content-type') ?? '')) throw new Refusal('not-a-file');
  return limitBody(c, next);
};

export async function readUpload<Schema extends z.ZodType>(
  c: Context,
  planSchema: Schema,
): Promise<Upload<z.output<Schema>>> {
  const form = await c.req.formData().catch(() => {
    throw new Refusal('invalid', { errors: [{ pointer: '', message: 'is not a form that can be read' }] });
  });
  const file = form.get('file');
  if (!(file instanceof File)) {
    throw new Refusal('invalid', {
      errors: [{ pointer: '/file', message: 'send the file under this name' }],
    });
  }
  if (file.size > IMPORT_BYTES) throw new Refusal('too-large', { detail: TOO_LARGE });
  const plan = planSchema.safeParse(await readJson(form.get('plan')));
  if (!plan.success) throw invalid(plan.error, 'json');
  return {
    fileName: readableName(file.name),
    bytes: new Uint8Array(await file.arrayBuffer()),
    plan: plan.data,
  };
}

/** A part of a form is a text, or a file where its sender gave it a type. */
async function readJson(part: File | string | null): Promise<unknown> {
  const isTooLong = part instanceof File && part.size > PLAN_CHARACTERS;
  const text = part instanceof File && !isTooLong ? await part.text() : part;
  if (typeof text !== 'string' || text.length > PLAN_CHARACTERS) {
    throw new Refusal('invalid', {
      errors: [{ pointer: '', message: 'send the plan as JSON under the name “plan”' }],
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid', { errors: [{ pointer: '', message: 'the plan is not JSON' }] });
  }
}

function readableName(name: string): string {
  const clean = (name.split(/[/\\]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim();
  return clean === '' ? 'attempts.csv' : [...clean].slice(0, 120).join('');
}
