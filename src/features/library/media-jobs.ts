import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256OfName } from '../../engine/evidence/design-media.ts';
import { typeFault } from '../../platform/media/content-type.ts';
import type { MediaType } from '../../platform/media/contract.ts';
import { contentReader } from '../../platform/media/read-content.ts';
import type { MicromasteryDesign } from './contract.ts';
import type { FileFault } from './micromastery-file.ts';
import { svgFault } from './svg-fault.ts';

/** Beside the library's files. */
export const MEDIA_FOLDER = 'media';

type Place = 'pictures' | 'audio' | 'video';
type Kind = {
  /** What the bytes have to be; a drawing is looked at by itself. */
  readonly types: readonly MediaType[];
  readonly places: readonly Place[];
};

/** By the end of the name. A browser plays WebM and MP4 as either. */
const KINDS: Readonly<Record<string, Kind>> = {
  svg: { types: [], places: ['pictures'] },
  png: { types: ['image/png'], places: ['pictures'] },
  jpg: { types: ['image/jpeg'], places: ['pictures'] },
  webp: { types: ['image/webp'], places: ['pictures'] },
  mp3: { types: ['audio/mpeg'], places: ['audio'] },
  webm: { types: ['video/webm'], places: ['audio', 'video'] },
  mp4: { types: ['video/mp4'], places: ['audio', 'video'] },
};

const KILOBYTE = 1024;
/** Everybody who has the app has the pictures of the library on their device. */
const MOST_BYTES: Readonly<Record<Place, number>> = {
  pictures: 64 * KILOBYTE,
  audio: 4_096 * KILOBYTE,
  video: 20_480 * KILOBYTE,
};
const PLACE_WORDS: Readonly<Record<Place, string>> = {
  pictures: 'a picture',
  audio: 'a recording to listen to',
  video: 'a recording to watch',
};

/**
 * What a library file names and shows to nobody: what is not there, is not what its name says, or is too large. `folder`:
 * of the file, whose pictures lie in “media” within it; `text`: the file itself, for the lines.
 */
export async function mediaFaults(
  { formats }: MicromasteryDesign,
  folder: string,
  text: string,
): Promise<readonly FileFault[]> {
  const { pictures, audio, video } = formats ?? {};
  const placed: readonly (readonly [Place, string, string])[] = [
    ...(pictures ?? []).map(({ media }, at) => ['pictures', media, `/formats/pictures/${at}/media`] as const),
    ...(audio === undefined ? [] : [['audio', audio.media, '/formats/audio/media'] as const]),
    ...(video === undefined ? [] : [['video', video.media, '/formats/video/media'] as const]),
  ];
  const lines = text.split(/\r\n|\n|\r/);
  const faults: FileFault[] = [];
  for (const [place, media, pointer] of placed) {
    const message = await faultOf(join(folder, MEDIA_FOLDER), media, place);
    const line = lines.findIndex((one) => one.includes(media)) + 1;
    if (message !== null) faults.push({ line, pointer, message: `“${media}” ${message}.` });
  }
  return faults;
}

async function faultOf(folder: string, media: string, place: Place): Promise<string | null> {
  if (sha256OfName(media) !== null) {
    return 'was uploaded at one home and goes along with no file: put the picture or recording itself into the folder “media” beside this file, and name that';
  }
  const kind = KINDS[media.slice(media.lastIndexOf('.') + 1)];
  if (kind?.places.includes(place) !== true) {
    const endings = Object.entries(KINDS).flatMap(([ending, { places }]) =>
      places.includes(place) ? [`.${ending}`] : [],
    );
    return `cannot be shown as ${PLACE_WORDS[place]}: name a file that ends in ${endings.join(', ')}`;
  }
  const path = join(folder, media);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true)
    return 'is not there: put it into the folder “media” beside this file, or take its line out';
  if (found.size > MOST_BYTES[place]) {
    return `has ${Math.ceil(found.size / KILOBYTE).toLocaleString('en')} kB, and ${PLACE_WORDS[place]} may have ${(MOST_BYTES[place] / KILOBYTE).toLocaleString('en')}: make it smaller`;
  }
  return contentFault(await readFile(path), kind.types);
}

async function contentFault(bytes: Uint8Array, types: readonly MediaType[]): Promise<string | null> {
  const reader = contentReader();
  reader.take(bytes);
  const { head, isText } = reader.end();
  if (types.length === 0)
    return isText ? svgFault(new TextDecoder().decode(bytes)) : 'is no drawing: it is not text in UTF-8';
  for (const type of types) if ((await typeFault(head, isText, type)) === null) return null;
  return 'is not what the end of its name says: save it again under the right one';
}
