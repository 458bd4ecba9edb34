import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';

/** Text throughout: whether "no" or "10" is a word, a flag or a number is decided by its place, not by its look. */
export type FrontMatterValue = string | FrontMatterValue[] | FrontMatterMap;
export type FrontMatterMap = Map<string, FrontMatterValue>;

type FrontMatterFault = { readonly line: number; readonly pointer: string; readonly message: string };

export type FrontMatter = {
  readonly values: FrontMatterMap;
  /** The line of each value by its JSON pointer. */
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly FrontMatterFault[];
};

const QUOTE_HINT =
  'If a text holds a colon and a space, or begins with a quotation mark, a dash or a bracket, put it in "double quotes".';

/** `firstLine` is the number, in the whole file, of the first line of `text`. Never throws. */
export function readFrontMatter(text: string, firstLine: number): FrontMatter {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: counter,
    logLevel: 'silent',
    // It would hold each name against all the others: of some thousand names that takes seconds.
    uniqueKeys: false,
  });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const faults: FrontMatterFault[] = [];
  const fault = (offset: number, pointer: string, message: string) => {
    faults.push({ line: Math.max(lineAt(offset), firstLine), pointer, message });
  };
  for (const error of document.errors) fault(error.pos[0], '', sayError(error.code, error.message));
  const nothing = { values: new Map(), lines: new Map(), faults };
  if (faults.length > 0) return nothing;
  visit(document, {
    Map: (_key, map) => {
      for (const offset of namedAgain(map))
        fault(offset, '', 'This name stands here a second time: keep one of the two.');
    },
  });
  if (faults.length > 0) return nothing;
  for (const { offset, message } of foreignParts(document)) fault(offset, '', message);
  if (faults.length > 0) return nothing;
  if (!isMap(document.contents)) {
    fault(
      0,
      '',
      'Between the two lines “---” stand lines such as “title: Thirty catches”, one for each field.',
    );
    return nothing;
  }
  const lines = new Map<string, number>();
  const read = (node: unknown, pointer: string, offset: number): FrontMatterValue => {
    lines.set(pointer, lineAt(offset));
    if (isMap(node)) {
      const map: FrontMatterMap = new Map();
      for (const { key, value } of node.items) {
        const keyOffset = isNode(key) ? (key.range?.[0] ?? offset) : offset;
        if (!isScalar(key)) fault(keyOffset, pointer, 'A field needs a plain name before its colon.');
        else {
          const name = String(key.value);
          const child = read(value, `${pointer}/${escapePointer(name)}`, keyOffset);
          // A name with nothing behind it says the same as leaving it out.
          if (child !== '') map.set(name, child);
        }
      }
      return map;
    }
    if (isSeq(node)) {
      return node.items.map((item, index) =>
        read(item, `${pointer}/${index}`, isNode(item) ? (item.range?.[0] ?? offset) : offset),
      );
    }
    return isScalar(node) ? String(node.value) : '';
  };
  const values = read(document.contents, '', 0);
  return faults.length === 0 && values instanceof Map ? { values, lines, faults } : nothing;
}

type Foreign = { readonly offset: number; readonly message: string };

/** What YAML has beyond texts, lists and names: a text that looks like one of these was meant as a text. */
function foreignParts(document: Document): readonly Foreign[] {
  const found: Foreign[] = [];
  visit(document, {
    Node: (_key, node) => {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) {
        found.push({
          offset,
          message:
            'A reference (& or *) is not followed here: write the text out, or put it in "double quotes".',
        });
      } else if (node.tag !== undefined && node.tag !== '') {
        found.push({
          offset,
          message: `A tag (${node.tag}) is not used here: leave it out, or put the text in "double quotes".`,
        });
      }
    },
  });
  return found;
}

/** Where names of the map begin that stood in it before. */
function namedAgain({ items }: YAMLMap): readonly number[] {
  const names = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const isAgain = names.has(key.value);
    names.add(key.value);
    return isAgain ? [key.range?.[0] ?? 0] : [];
  });
}

/** One step of a JSON pointer (RFC 6901). */
export const escapePointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

function sayError(code: string, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'Indent with spaces: a tab is not allowed here.';
    case 'BAD_ALIAS':
      return 'A text that begins with * or & needs "double quotes".';
    case 'RESOURCE_EXHAUSTION':
      return 'This is nested far deeper than any field of a micromastery.';
    default: {
      const [first = ''] = message.split(' at line ');
      return `This cannot be read (${first.trim().replace(/\.$/, '')}). ${QUOTE_HINT}`;
    }
  }
}
