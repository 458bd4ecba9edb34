import {
  CONTENT_TYPES,
  type EvidenceKind,
  MEGABYTE,
  type MediaType,
  MOST_BYTES,
  mayBe,
} from '../../engine/evidence/kinds.ts';
import { keepFile } from './draft-writer.ts';
import { type KeptMedia, type MediaAbout, NoRoomOnDevice } from './kept-media.ts';
import { placeInPhoto, TAGS_WITHIN_BYTES } from './photo-place.ts';

/** For an `<input type="file">`. A phone that keeps photos in a format of its own gives one of these then. */
export const acceptOf = (kind: EvidenceKind): string => CONTENT_TYPES[kind].join(',');

export type ChosenFile = {
  readonly file: Blob;
  readonly name: string;
  readonly contentType: MediaType;
};

export type ChosenPhoto = ChosenFile & { readonly place: 'told' | 'not-told' | 'unknown' };

/** A file that was chosen, if home may keep it; otherwise a sentence that says why not, and what to do. */
export function takeChosen(file: File, kind: EvidenceKind): ChosenFile | string {
  const { type, size } = file;
  const name = file.name
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);
  if (size === 0) return `“${name}” is empty. Choose another one.`;
  if (!mayBe(kind, type)) return `“${name}” is of a kind that is not kept here. ${KINDS[kind]}`;
  if (size > MOST_BYTES[kind]) {
    const most = MOST_BYTES[kind] / MEGABYTE;
    return `“${name}” has ${Math.ceil(size / MEGABYTE)} MB, and one ${kind} may have ${most}. Choose a smaller one.`;
  }
  return { file, name, contentType: type };
}

const KINDS: Readonly<Record<EvidenceKind, string>> = {
  photo: 'Choose a photo: JPEG, PNG or WebP.',
  audio: 'Choose sound: WebM, MP4, Ogg, MP3 or WAV.',
  video: 'Choose a video: WebM or MP4.',
  file: 'Choose a PDF, a picture, an MP3 or plain text.',
};

/** Of a photo also whether it says where it was taken. */
export async function takePhoto(file: File): Promise<ChosenPhoto | string> {
  const chosen = takeChosen(file, 'photo');
  if (typeof chosen === 'string') return chosen;
  const head = new Uint8Array(await file.slice(0, TAGS_WITHIN_BYTES).arrayBuffer());
  return { ...chosen, place: placeInPhoto(head) };
}

const LONGEST_SIDE = 4_096;
const JPEG_QUALITY = 0.92;

/** The picture alone, drawn anew: nothing of where, when and with what it was taken goes along. */
export async function withoutPlace(photo: ChosenPhoto): Promise<ChosenPhoto> {
  const picture = await createImageBitmap(photo.file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const file = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
  );
  if (file === null) throw new Error('this browser could not draw the photo');
  return { ...photo, file, contentType: 'image/jpeg', place: 'not-told' };
}

/** Keeps it on this device; a sentence where that is not possible. */
export async function keepChosen(
  { file, contentType }: ChosenFile,
  about: MediaAbout,
): Promise<KeptMedia | string> {
  try {
    return await keepFile(file, contentType, about);
  } catch (error) {
    return error instanceof NoRoomOnDevice
      ? error.message
      : 'It could not be read or kept on this device. Nothing was changed: choose it again.';
  }
}
