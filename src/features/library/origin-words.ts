import type { Micromastery } from './contract.ts';

type Origin = Pick<Micromastery, 'lineage' | 'source'>;

/** What a fork is called that it was made from, as the canvas writes it into its source too. */
const AS_A_FORK = /^“.+”, version (\d+)$/;

/**
 * What it was made from and where it comes from, each as a sentence. The canvas names the parent of a fork as its source:
 * that is said once. `titles`: of what the library has, by short name.
 */
export function originWords(
  { lineage, source }: Origin,
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  const parents = lineage.map((name, index) =>
    nameOf(name, titles, index === lineage.length - 1 ? source : undefined),
  );
  const isSaid = source === undefined || parents.includes(source);
  return [
    ...(parents.length > 0 ? [`Made from ${parents.join(', ')}.`] : []),
    ...(isSaid ? [] : [`From ${source}.`]),
  ];
}

/** By its title where the library has it, or else as the fork’s own source calls it. */
function nameOf(name: string, titles: ReadonlyMap<string, string>, source: string | undefined): string {
  const [, slug = '', version = ''] = /^(.+)@(\d+)$/.exec(name) ?? [];
  const title = titles.get(slug);
  if (title !== undefined) return `“${title}”, version ${version}`;
  return source !== undefined && AS_A_FORK.exec(source)?.[1] === version ? source : name;
}
