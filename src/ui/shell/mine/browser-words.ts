/** In this order: each of the earlier ones calls itself by the names of the later ones too. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'an iPhone'],
  ['iPad', 'an iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'a Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** “Firefox on Linux”, from what a browser calls itself; as it is where it is none of those that are known. */
export function browserWords(label: string): string {
  const browser = BROWSERS.find(([sign]) => label.includes(sign))?.[1];
  const system = SYSTEMS.find(([sign]) => label.includes(sign))?.[1];
  if (browser === undefined) return label;
  return system === undefined ? browser : `${browser} on ${system}`;
}
