/**
 * The part of a library file that a person reads: the summary, then four headings, each at most once.
 * Paragraphs are wrapped for git; a line break inside a paragraph means nothing.
 */
type BodySection = 'summary' | 'needs' | 'entry trick' | 'limit' | 'safety';

type BodyText = { readonly text: string; readonly line: number };

export type MarkdownBody = {
  readonly summary: BodyText | null;
  readonly needs: readonly BodyText[];
  readonly entryTrick: BodyText | null;
  readonly limit: BodyText | null;
  readonly safety: BodyText | null;
};

type BodyFault = { readonly line: number; readonly pointer: string; readonly message: string };

const HEADINGS = ['needs', 'entry trick', 'limit', 'safety'] as const;
const ALLOWED = '## Needs, ## Entry trick, ## Limit, ## Safety';
const HEADING = /^(#{1,6})(?:\s+(.*?))?\s*#*\s*$/;
/** A line of text that would be read as a heading; a backslash before it says that it is not one. */
const LOOKS_LIKE_HEADING = /^\\*#{1,6}(?:\s|$)/;
const BULLET = /^[-*]\s+/;
const POINTERS: Readonly<Record<BodySection, string>> = {
  summary: '/summary',
  needs: '/needs',
  'entry trick': '/entryTrick/text',
  limit: '/entryTrick/limit',
  safety: '/safety',
};

type Found = Map<BodySection, { line: number; lines: string[] }>;

/** `firstLine` is the number, in the whole file, of the first of `lines`. */
export function readBody(
  lines: readonly string[],
  firstLine: number,
): { readonly body: MarkdownBody; readonly faults: readonly BodyFault[] } {
  const faults: BodyFault[] = [];
  const found = findSections(lines, firstLine, faults);
  const prose = (section: BodySection): BodyText | null => {
    const part = found.get(section);
    if (part === undefined) return null;
    const text = part.lines.map(unescapeLine).join('\n');
    const skipped = part.lines.findIndex((line) => line.trim() !== '');
    return { text, line: part.line + Math.max(skipped, 0) };
  };
  return {
    body: {
      summary: prose('summary'),
      needs: readBullets(found.get('needs'), faults),
      entryTrick: prose('entry trick'),
      limit: prose('limit'),
      safety: prose('safety'),
    },
    faults,
  };
}

function findSections(lines: readonly string[], firstLine: number, faults: BodyFault[]): Found {
  const found: Found = new Map([['summary', { line: firstLine, lines: [] }]]);
  let current: string[] | null = found.get('summary')?.lines ?? null;
  lines.forEach((text, index) => {
    const heading = HEADING.exec(text);
    const line = firstLine + index;
    if (heading === null) {
      current?.push(text);
      return;
    }
    // What stands under a heading that cannot be read is left out, so that one slip makes one fault.
    current = null;
    const name = (heading[2] ?? '').trim().toLowerCase();
    const section = HEADINGS.find((known) => known === name);
    if (heading[1]?.length !== 2 || section === undefined) {
      const message = `“${text.trim()}” is not a heading of this file: use one of ${ALLOWED}.`;
      faults.push({ line, pointer: '', message });
    } else if (found.has(section)) {
      const message = `“${text.trim()}” stands here a second time: join the two parts.`;
      faults.push({ line, pointer: POINTERS[section], message });
    } else {
      current = [];
      found.set(section, { line: line + 1, lines: current });
    }
  });
  return found;
}

function readBullets(part: { line: number; lines: string[] } | undefined, faults: BodyFault[]): BodyText[] {
  const bullets: { text: string; line: number }[] = [];
  part?.lines.forEach((text, index) => {
    const line = part.line + index;
    const last = bullets.at(-1);
    if (BULLET.test(text)) bullets.push({ text: text.replace(BULLET, ''), line });
    else if (text.trim() === '') return;
    else if (last !== undefined) last.text += `\n${text}`;
    else {
      const message = `A need is a line that begins with a dash: “- ${text.trim()}”.`;
      faults.push({ line, pointer: '/needs', message });
    }
  });
  return bullets;
}

const unescapeLine = (text: string) =>
  text.startsWith('\\') && LOOKS_LIKE_HEADING.test(text) ? text.slice(1) : text;

/** The same text again, wrapped; `readBody` of it gives the values that went in. */
export function writeBody(body: {
  readonly summary: string;
  readonly needs: readonly string[];
  readonly entryTrick: string | null;
  readonly limit: string | null;
  readonly safety: string | null;
}): string {
  const parts = [writeProse(body.summary)];
  if (body.needs.length > 0) {
    parts.push('## Needs', body.needs.map((need) => wrap(`- ${need}`, '  ')).join('\n'));
  }
  if (body.entryTrick !== null) parts.push('## Entry trick', writeProse(body.entryTrick));
  if (body.limit !== null) parts.push('## Limit', writeProse(body.limit));
  if (body.safety !== null) parts.push('## Safety', writeProse(body.safety));
  return `${parts.join('\n\n')}\n`;
}

function writeProse(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => wrap(LOOKS_LIKE_HEADING.test(paragraph) ? `\\${paragraph}` : paragraph, ''))
    .join('\n\n');
}

const WRAP_WIDTH = 96;
/** A new line begins only with a letter or an opening mark: never with what Markdown takes for a list or a heading. */
const MAY_BEGIN_LINE = /^[\p{L}("“‘']/u;

function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const isFull = current.length + 1 + word.length > WRAP_WIDTH;
    if (current !== '' && isFull && MAY_BEGIN_LINE.test(word)) {
      lines.push(current);
      current = indent + word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join('\n');
}
