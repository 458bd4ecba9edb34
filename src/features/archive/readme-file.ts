import type { ArchivedMedia } from './contract.ts';

type LeftOut = {
  /** Without a page of their own. */
  readonly practices: number;
  readonly micromasteries: number;
  /** Without their bytes. */
  readonly media: readonly ArchivedMedia[];
};

/** More would be no reading; manifest.json names them all. */
const NAMED = 200;

/** The last part of an archive, which knows what there was room for. */
export function writeReadme(leftOut: LeftOut): string {
  return `# Everything of yours in Bottega

- \`practices/\`: a page to read, and every attempt as a table, for each practice.
- \`micromasteries/\`: those that you wrote, as library files.
- \`media/\`: photos, recordings and files, each under the SHA-256 of its content. \`data/evidence.jsonl\`,
  \`data/at-hand.jsonl\` and \`data/micromasteries.jsonl\` say what they are.
- \`data/\`: all of it, exactly, one JSON object a line. \`bottega import archive FILE.zip\` takes it in again, on this
  server or on another one, and nothing twice.
${pagesLeftOut(leftOut)}${mediaLeftOut(leftOut.media)}`;
}

function pagesLeftOut({ practices, micromasteries }: LeftOut): string {
  const leftOut = [
    [practices, 'practices'],
    [micromasteries, 'micromasteries'],
  ].flatMap(([count, noun]) => (count === 0 ? [] : [`${count?.toLocaleString('en')} ${noun}`]));
  if (leftOut.length === 0) return '';
  return `
${leftOut.join(' and ')} have no file of their own here, or the archive would be too large to import. They are in
\`data/\` as whole as the others.
`;
}

function mediaLeftOut(media: readonly ArchivedMedia[]): string {
  if (media.length === 0) return '';
  const count =
    media.length === 1
      ? 'One photo, recording or file is'
      : `${media.length.toLocaleString('en')} photos, recordings and files are`;
  const named = media
    .slice(0, NAMED)
    .map(
      ({ sha256, contentType, bytes }) =>
        `- \`/api/media/${sha256}\`: ${contentType}, ${bytes.toLocaleString('en')} bytes`,
    );
  const more =
    media.length > NAMED
      ? `- and ${(media.length - NAMED).toLocaleString('en')} more, which \`manifest.json\` names\n`
      : '';
  return `
${count} not in here: there was no room, or the file was missing at home. What there is can be
fetched there, each at its address:

${named.join('\n')}
${more}`;
}
