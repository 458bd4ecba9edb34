/** What a design names, as the library's contract has it. */
type Named = { readonly media: string };
type Formats = {
  readonly pictures?: readonly Named[] | undefined;
  readonly audio?: Named | undefined;
  readonly video?: Named | undefined;
};

const UPLOADED = 'sha256-';

/** As a design names what was uploaded: by its content, so that the name means the same wherever the design goes. */
export const nameOfUploaded = (sha256: string): string => `${UPLOADED}${sha256}`;

/** Null for the name of a file of the library. */
export function sha256OfName(media: string): string | null {
  return media.startsWith(UPLOADED) ? media.slice(UPLOADED.length) : null;
}

/** Every picture and recording that a design shows, each once, in their order. */
export function mediaOfFormats(formats: Formats | undefined): readonly string[] {
  if (formats === undefined) return [];
  const { pictures = [], audio, video } = formats;
  const named = [
    ...pictures,
    ...(audio === undefined ? [] : [audio]),
    ...(video === undefined ? [] : [video]),
  ];
  return [...new Set(named.map(({ media }) => media))];
}
