/** Of a note that is there while recordings or files of this person wait on this device. */
export const mediaNote = (spaceId: string | null): string => `media-waiting:${spaceId}`;
