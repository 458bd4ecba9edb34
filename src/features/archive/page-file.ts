import { formatValue } from '../../engine/measure/format-value.ts';
import type { AttemptLine, PracticeSummary } from './page-contract.ts';

/** A spreadsheet takes so many more columns; a practice with more conditions has them in one. */
const CONDITION_COLUMNS = 100;

/** A practice as a page to read without Bottega. */
export function writePracticePage({ design, ...practice }: PracticeSummary): string {
  const [payoff, ...earlier] = practice.payoffs;
  const lines = [`# ${inline(design.title)}`, '', inline(design.summary), ''];
  if (practice.needText !== null) lines.push(`**Why:** ${inline(practice.needText)}`, '');
  lines.push(
    `Begun on ${practice.startedDay}. ${plural(practice.attempts, 'attempt')} in ${plural(practice.sessionsTotal, 'session')}.`,
    '',
  );
  if (payoff !== undefined) lines.push('## Payoff', '', describePayoff(payoff), '');
  if (earlier.length > 0)
    lines.push('Before that:', '', ...earlier.map((each) => `- ${describePayoff(each)}`), '');
  if (practice.sessions.length > 0) lines.push('## Sessions', '');
  for (const session of practice.sessions) {
    const median =
      session.median === null || payoff === undefined
        ? ''
        : `, median ${formatValue(payoff, session.median)}`;
    const line = session.line === null ? '' : `. *${inline(session.line)}*`;
    lines.push(`- ${session.day}: ${plural(session.attempts, 'attempt')}${inline(median)}${line}`);
  }
  const more = practice.sessionsTotal - practice.sessions.length;
  if (more > 0) {
    const are = more === 1 ? 'is' : 'are';
    lines.push('', `${plural(more, 'earlier session')} ${are} in the table beside this page.`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function describePayoff(payoff: PracticeSummary['payoffs'][number]): string {
  const { low, high } = payoff.target;
  const ends = [low, high].filter((end) => end !== null).map((end) => formatValue(payoff, end));
  const target = ends.length === 0 ? 'no target set' : `target ${ends.join(' to ')}`;
  const how = payoff.howMeasured === null ? '' : ` ${inline(payoff.howMeasured)}`;
  return `${inline(payoff.statement)} (${inline(payoff.unit)}, ${inline(target)}; since ${payoff.setDay})${how}`;
}

const plural = (count: number, noun: string) =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** Words of a person inside a line of Markdown: on one line, and never read as markup or as HTML. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&');
}

export function attemptsCsvHeader(conditionNames: readonly string[]): string {
  const own = [
    'started_at',
    'local_day',
    'session',
    'sequence',
    'value',
    'kind',
    'unit',
    'duration_seconds',
    'source',
  ];
  return row([
    ...own,
    'retracted',
    'feel',
    'note',
    'tags',
    ...conditionHeaders(conditionNames).map(harmless),
  ]);
}

const conditionHeaders = (names: readonly string[]) =>
  names.length > CONDITION_COLUMNS ? ['conditions'] : names;

export function attemptsCsvLine(line: AttemptLine, conditionNames: readonly string[]): string {
  const conditions =
    conditionNames.length > CONDITION_COLUMNS
      ? [harmlessJson(line.conditions)]
      : conditionNames.map((name) => harmless(line.conditions[name] ?? ''));
  return row([
    line.startedAt,
    line.localDay,
    line.sessionId,
    line.sequence,
    line.value,
    line.kind,
    harmless(line.unit),
    line.durationSeconds,
    line.source,
    line.isRetracted ? 'yes' : '',
    line.feel,
    harmless(line.note ?? ''),
    harmless(line.tags ?? ''),
    ...conditions,
  ]);
}

/**
 * Spreadsheets carry out a cell that begins so; the words in data/ are untouched. Where a spreadsheet separates cells at
 * something else than a comma, our quotation marks do not begin a cell, and each part of the text is one. OWASP, “CSV
 * injection”.
 */
function harmless(text: string): string {
  if (NUMBER.test(text)) return text;
  const begun = /^[\t\r]/.test(text) ? `'${text}` : text;
  return begun.replace(BETWEEN_SEPARATORS, (part) => (FORMULA.test(part) ? `'${part}` : part));
}

const NUMBER = /^[+-]?[\d.,]+$/;
const BETWEEN_SEPARATORS = /[^;|\t\r\n]+/g;
/** The wide forms count where a spreadsheet is set to Chinese or Japanese; blanks and quotation marks fall away. */
const FORMULA = /^[\s"]*[=+\-@＝＋－＠]/;

/** As JSON, and without a character that would begin a cell. */
const harmlessJson = (value: unknown) =>
  JSON.stringify(value).replace(/[;|]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);

function row(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(cell === null ? '' : String(cell))).join(',')}\r\n`;
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
