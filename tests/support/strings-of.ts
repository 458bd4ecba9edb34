import { parseSync, Visitor } from 'oxc-parser';

export type FoundString = { readonly text: string; readonly line: number };

/** Every text in a source file that could be shown: string literals, the fixed parts of templates, and text in JSX. */
export function stringsOf(path: string, source: string): FoundString[] {
  const { program, module } = parseSync(path, source);
  const found: FoundString[] = [];
  const isImport = new Set(
    [...module.staticImports, ...module.dynamicImports].map(({ moduleRequest }) =>
      'value' in moduleRequest ? moduleRequest.start : moduleRequest.start,
    ),
  );
  const lineOf = (at: number) => source.slice(0, at).split('\n').length;
  const add = (text: string, at: number) => {
    if (/\p{L}/u.test(text) && !isImport.has(at)) found.push({ text, line: lineOf(at) });
  };
  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string') add(node.value, node.start);
    },
    TemplateElement(node) {
      add(node.value.cooked ?? node.value.raw, node.start);
    },
    JSXText(node) {
      add(node.value.replace(/\s+/g, ' '), node.start);
    },
  }).visit(program);
  return found;
}
