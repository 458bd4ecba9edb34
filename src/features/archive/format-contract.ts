/* How an archive is known, for a screen that looks into one without all that its records are checked by. */

export const ARCHIVE_FORMAT = 'bottega-archive';
/** Raised where an older Bottega could misread what a newer one wrote: each holds kinds of facts that those before did not know. */
export const ARCHIVE_VERSION = 3;
/** Of the file. */
export const ARCHIVE_BYTES = 2 ** 30;
export const MANIFEST_NAME = 'manifest.json';
