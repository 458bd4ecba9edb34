import {
  Anchors,
  ComponentSkill,
  Formats,
  MicromasteryDesign,
  Obstacle,
  Repeatability,
  RubPat,
  SuggestedPayoff,
  Support,
} from './contract.ts';
import { escapePointer, type FrontMatterMap, type FrontMatterValue } from './front-matter-file.ts';
import type { MarkdownBody } from './markdown-body-file.ts';

export type DraftFault = { readonly line: number; readonly pointer: string; readonly message: string };

/** Where the fields stand that are written as text under the front matter. */
const IN_BODY: Readonly<Record<string, string>> = {
  summary: 'as the first text under the second “---”',
  needs: 'under “## Needs”, a line with a dash for each',
  entryTrick: 'under “## Entry trick”, and what it hides under “## Limit”',
  limit: 'under “## Limit”',
  safety: 'under “## Safety”',
};

/** The fields of front matter, by the pointer of what holds them; * is a place in a list. */
const KNOWN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  '': [...Object.keys(MicromasteryDesign.shape).filter((field) => !(field in IN_BODY)), 'tryFirst'],
  '/rubPat': Object.keys(RubPat.shape),
  '/rubPat/a': Object.keys(ComponentSkill.shape),
  '/rubPat/b': Object.keys(ComponentSkill.shape),
  '/support': Object.keys(Support.shape),
  '/support/obstacles/*': Object.keys(Obstacle.shape),
  '/payoff': Object.keys(SuggestedPayoff.shape),
  '/payoff/anchors': Object.keys(Anchors.shape),
  '/repeat': Object.keys(Repeatability.shape),
  '/formats': Object.keys(Formats.shape),
};

/**
 * The shape of a design, still unchecked, from the two halves of a file. Puts faults of the file's own form (a field
 * nobody knows, a list where names are needed) into `faults`, and the lines of renamed pointers into `lines`.
 */
export function draftDesign(
  values: FrontMatterMap,
  body: MarkdownBody,
  lines: Map<string, number>,
  faults: DraftFault[],
): Record<string, unknown> {
  const fault = (pointer: string, message: string) =>
    faults.push({ line: lines.get(pointer) ?? 1, pointer, message });
  reportUnknown(values, '', fault);
  noteBodyLines(body, lines);
  const named = (field: string, example: string) => namedEntries(values, field, example, lines, fault);
  const tryFirst = values.get('tryFirst');
  if (body.entryTrick === null && body.limit !== null) {
    fault(
      '/entryTrick/limit',
      '“## Limit” says what a trick hides, and there is no “## Entry trick”: add it.',
    );
  }
  if (body.entryTrick === null && tryFirst !== undefined) {
    fault('/tryFirst', '“tryFirst” is about the entry trick, and there is no “## Entry trick”: add it.');
  }
  return {
    ...fieldsOf(values, ['slug', 'title', 'verb', 'licence']),
    summary: body.summary?.text,
    needs: body.needs.map(({ text }) => text),
    fields: list(values.get('fields')),
    entryTrick: body.entryTrick && {
      text: body.entryTrick.text,
      limit: body.limit?.text ?? null,
      tryFirst: flag(tryFirst),
    },
    rubPat: plain(values.get('rubPat')) ?? null,
    support: draftSupport(values.get('support')),
    payoff: draftPayoff(values.get('payoff')),
    repeat: draftRepeat(values.get('repeat')),
    twists: named('twists', 'eyes shut: Tie it without looking.').map(([name, instruction]) => ({
      name,
      instruction: plain(instruction),
    })),
    experiments: named('experiments', 'heat: [low, medium, high]').map(([name, levels]) => ({
      name,
      levels: list(levels),
    })),
    links: named('links', 'bowline: carries-over-to').map(([to, kind]) => ({ to, kind: plain(kind) })),
    safety: body.safety?.text ?? null,
    ...whereThere({
      formats: draftFormats(values.get('formats')),
      source: plain(values.get('source')),
      sizeReason: plain(values.get('sizeReason')),
    }),
    version: number(values.get('version')),
    lineage: list(values.get('lineage')) ?? [],
  };
}

type Report = (pointer: string, message: string) => void;

function reportUnknown(value: FrontMatterValue, pointer: string, fault: Report): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      reportUnknown(item, `${pointer}/${index}`, fault);
    });
  }
  if (!(value instanceof Map)) return;
  const known = KNOWN_FIELDS[pointer.replace(/\/\d+/g, '/*')];
  for (const [name, child] of value) {
    const childPointer = `${pointer}/${escapePointer(name)}`;
    if (known === undefined || known.includes(name)) {
      reportUnknown(child, childPointer, fault);
      continue;
    }
    const place = pointer === '' ? IN_BODY[name] : undefined;
    fault(
      childPointer,
      place === undefined
        ? `“${name}” is not a field here: the fields are ${known.join(', ')}.`
        : `“${name}” is written ${place}, not here.`,
    );
  }
}

function noteBodyLines(body: MarkdownBody, lines: Map<string, number>): void {
  const note = (pointer: string, part: { line: number } | null | undefined) => {
    if (part) lines.set(pointer, part.line);
  };
  note('/summary', body.summary);
  note('/needs', body.needs[0]);
  body.needs.forEach((need, index) => {
    note(`/needs/${index}`, need);
  });
  note('/entryTrick', body.entryTrick);
  note('/entryTrick/text', body.entryTrick);
  note('/entryTrick/limit', body.limit);
  note('/safety', body.safety);
}

/** `heat: [low, high]` under `experiments` becomes an entry of a list; its lines are found by its place there. */
function namedEntries(
  values: FrontMatterMap,
  field: string,
  example: string,
  lines: Map<string, number>,
  fault: Report,
): [string, FrontMatterValue][] {
  const value = values.get(field);
  if (value === undefined) return [];
  if (!(value instanceof Map)) {
    fault(
      `/${field}`,
      `Under “${field}:” each line is a name with what belongs to it, such as “${example}”.`,
    );
    return [];
  }
  return [...value].map(([name, child], index) => {
    const line = lines.get(`/${field}/${escapePointer(name)}`);
    if (line !== undefined) lines.set(`/${field}/${index}`, line);
    return [name, child];
  });
}

function draftSupport(value: FrontMatterValue | undefined): unknown {
  if (!(value instanceof Map)) return value ?? null;
  return {
    kit: list(value.get('kit')) ?? [],
    ...whereThere({ tools: list(value.get('tools')) }),
    people: list(value.get('people')) ?? [],
    place: plain(value.get('place')) ?? null,
    time: plain(value.get('time')) ?? null,
    mindset: plain(value.get('mindset')) ?? null,
    obstacles: list(value.get('obstacles')) ?? [],
  };
}

function draftFormats(value: FrontMatterValue | undefined): unknown {
  if (!(value instanceof Map)) return value;
  return whereThere({
    checklist: list(value.get('checklist')),
    pictures: plain(value.get('pictures')),
    audio: plain(value.get('audio')),
    video: plain(value.get('video')),
  });
}

/** What may be left out is left out, and not there as nothing. */
const whereThere = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function draftPayoff(value: FrontMatterValue | undefined): unknown {
  if (!(value instanceof Map)) return value ?? null;
  return {
    ...fieldsOf(value, ['statement', 'kind', 'unit', 'direction', 'howMeasured', 'applause']),
    target: draftTarget(value.get('target'), value.get('direction')),
    minTrials: number(value.get('minTrials')),
    conditions: list(value.get('conditions')) ?? [],
    anchors: plain(value.get('anchors')) ?? null,
  };
}

function draftTarget(value: FrontMatterValue | undefined, direction: FrontMatterValue | undefined): unknown {
  if (value === undefined) return { low: null, high: null };
  if (Array.isArray(value) && value.length === 2) return { low: number(value[0]), high: number(value[1]) };
  const only = number(value);
  if (typeof only !== 'number') return plain(value);
  return direction === 'down' ? { low: null, high: only } : { low: only, high: null };
}

function draftRepeat(value: FrontMatterValue | undefined): unknown {
  if (!(value instanceof Map)) return value ?? null;
  return {
    ...fieldsOf(value, ['floor', 'rhythm']),
    attemptMinutes: number(value.get('attemptMinutes')),
    perWeek: number(value.get('perWeek')),
  };
}

const fieldsOf = (values: FrontMatterMap, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, plain(values.get(name))]));

/** A single text where a list is meant is a list of one. */
function list(value: FrontMatterValue | undefined): unknown {
  return typeof value === 'string' ? [value] : plain(value);
}

function plain(value: FrontMatterValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([name, child]) => [name, plain(child)]));
  return value;
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

function number(value: FrontMatterValue | undefined): unknown {
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : plain(value);
}

function flag(value: FrontMatterValue | undefined): unknown {
  if (value === undefined) return false;
  if (value === 'yes' || value === 'true') return true;
  return value === 'no' || value === 'false' ? false : plain(value);
}
