import { AUDIENCES, KEPT_WHERE, NOT_BUILT, SIGHT_WORDS, WHO_SEES } from './who-sees-contract.ts';

/** The page of the documentation, from the same table as the screen. */
export function whoSeesWhatPage(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
  const seen = WHO_SEES.map(({ what, sight }) => [
    what,
    ...AUDIENCES.map(({ key }) => SIGHT_WORDS[sight[key]]),
  ]);
  const kept = KEPT_WHERE.map(({ where, what, who }) => [where, what, who]);
  return `# Who sees what

Made from \`src/platform/who-sees-contract.ts\`, as is the page of that name in Bottega; a test holds both against the
policies of the database.

${table(['', ...AUDIENCES.map(({ words }) => words)], seen)}

${NOT_BUILT}

## What is kept where

${table(['where', 'what', 'who can read it'], kept)}
`;
}
