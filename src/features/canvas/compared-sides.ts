import type { DesignVersions, MicromasteryDesign } from '../library/contract.ts';

/** A version as it can be read; `savedAt`: null where only this device has it. */
export type ReadVersion = {
  readonly version: number;
  readonly savedAt: string | null;
  readonly design: MicromasteryDesign;
};

/** What a design was made from, as its lineage names it. */
export type Forked = { readonly slug: string; readonly version: number };

/** What is known of it. `versions`: newest first, and none where it cannot be read. */
export type Origin = Forked & {
  readonly title: string | null;
  readonly versions: readonly ReadVersion[];
};

/** One of two that are compared. `key`: as the address has it. */
export type Side = {
  readonly key: string;
  readonly isOrigin: boolean;
  readonly version: number;
  readonly savedAt: string | null;
  /** What it is to the design that is compared. */
  readonly note: 'made-from' | 'newer' | null;
  readonly design: MicromasteryDesign;
};

/** The nearest ancestor; null where there is none, or none that is named as the canvas names it. */
export function forkedFrom(lineage: readonly string[]): Forked | null {
  const [, slug, version] = /^(.+)@(\d+)$/.exec(lineage.at(-1) ?? '') ?? [];
  return slug === undefined ? null : { slug, version: Number(version) };
}

/** What home has, with the version that this device has made since, or alone knows. */
export function withKept(
  versions: DesignVersions['versions'] | undefined,
  kept: MicromasteryDesign | undefined,
): readonly ReadVersion[] {
  const known = versions ?? [];
  if (kept === undefined || known.some(({ version }) => version === kept.version)) return known;
  return [...known, { version: kept.version, savedAt: null, design: kept }].sort(
    (one, other) => other.version - one.version,
  );
}

/** Every version of one’s own, then the origin’s that it was made from and its newest, where that is another. */
export function sidesOf(own: readonly ReadVersion[], origin: Origin | null): readonly Side[] {
  const mine = own.map((one) => ({ ...one, key: String(one.version), isOrigin: false, note: null }));
  if (origin === null) return mine;
  const { slug, version, versions } = origin;
  const [newest] = versions;
  const from = versions.filter((one) => one.version === version);
  const newer = newest !== undefined && newest.version > version ? [newest] : [];
  const side = (note: Side['note']) => (one: ReadVersion) => ({
    ...one,
    key: `${slug}@${one.version}`,
    isOrigin: true,
    note,
  });
  return [...mine, ...newer.map(side('newer')), ...from.map(side('made-from'))];
}

/** Which two are shown. Unless the address says which: the newest against the one before it, or what it was made from. */
export function chosenSides(
  sides: readonly Side[],
  fromKey: string | null,
  toKey: string | null,
): { readonly from: Side; readonly to: Side } | null {
  const byKey = (key: string | null) => sides.find((side) => side.key === key);
  const own = sides.filter(({ isOrigin }) => !isOrigin);
  const madeFrom = sides.find(({ note }) => note === 'made-from') ?? sides.find(({ isOrigin }) => isOrigin);
  const to = byKey(toKey) ?? own[0] ?? sides[0];
  const from = byKey(fromKey) ?? own[1] ?? madeFrom ?? to;
  return from === undefined || to === undefined ? null : { from, to };
}

/** Why what a design was made from cannot be compared as it is asked for; null where it can. */
export function originFault(origin: Origin | null, isAway: boolean): string | null {
  if (origin === null || origin.versions.some(({ version }) => version === origin.version)) return null;
  const name =
    origin.title === null
      ? 'What it was made from'
      : `Version ${origin.version} of “${origin.title}”, which it was made from,`;
  if (isAway) return `${name} is not kept on this device. It can be compared when home is reached.`;
  return `${name} is not in this library, so it cannot be compared here. Nothing of your own design is missing.`;
}

/** As people know them: by title where it is known, and not by short name. */
export function withTitles(
  design: MicromasteryDesign,
  titleOf: (slug: string) => string | undefined,
): MicromasteryDesign {
  return {
    ...design,
    links: design.links.map((link) => ({ ...link, to: titleOf(link.to) ?? link.to })),
    lineage: design.lineage.map((name) => {
      const forked = forkedFrom([name]);
      const title = forked && titleOf(forked.slug);
      return title ? `“${title}”, version ${forked.version}` : name;
    }),
  };
}
