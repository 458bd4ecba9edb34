import { parseSync, Visitor } from 'oxc-parser';

export type FunctionLength = { readonly line: number; readonly lines: number };

/** Every function of a file with the lines it takes, its signature and braces included. */
export function functionLengths(path: string, source: string): FunctionLength[] {
  const starts = [0, ...Array.from(source.matchAll(/\n/g), (found) => found.index + 1)];
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1;
  const lengths: FunctionLength[] = [];
  const measure = (node: { start: number; end: number }) => {
    const line = lineOf(node.start);
    lengths.push({ line, lines: lineOf(node.end) - line + 1 });
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parseSync(path, source).program);
  return lengths;
}
