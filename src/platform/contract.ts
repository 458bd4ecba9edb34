import { z } from 'zod';

/** Every refusal there is: its status, and a title that says what a person can do. */
export const PROBLEMS = {
  'sign-in-needed': {
    status: 401,
    title: 'Open the link that Bottega printed at its start, or sign in with a key.',
  },
  'key-unknown': {
    status: 401,
    title: 'This key is not known here, or it was ended. Make a new one with “bottega key”.',
  },
  'not-allowed': { status: 403, title: 'This is not yours, and it was not shared with you.' },
  'foreign-request': { status: 403, title: 'The request came from another site and was not carried out.' },
  'other-space': {
    status: 403,
    title: 'This was recorded by somebody else on this device. It stays kept there until they sign in.',
  },
  'page-not-found': { status: 404, title: 'There is nothing at this address.' },
  'micromastery-not-found': { status: 404, title: 'This micromastery is not in the library.' },
  'practice-not-found': { status: 404, title: 'This practice is not on your bench.' },
  'session-not-found': {
    status: 404,
    title: 'This session is not known here. Send the session before its attempts.',
  },
  'attempt-not-found': { status: 404, title: 'This attempt is not known here.' },
  'payoff-not-found': {
    status: 404,
    title: 'This payoff is not known here. Send the payoff before the attempt.',
  },
  'need-not-found': { status: 404, title: 'This need is not known here.' },
  'aim-not-found': { status: 404, title: 'This aim is not known here. Send the aim before its result.' },
  'pause-not-found': { status: 404, title: 'This pause is not known here.' },
  'plan-not-found': { status: 404, title: 'This if-then plan is not known here.' },
  'replaced-not-found': { status: 404, title: 'What this one replaces is not known here.' },
  'evidence-not-found': { status: 404, title: 'This recording or file is not known here.' },
  'showing-not-found': { status: 404, title: 'This showing is not known here.' },
  'experiment-not-found': {
    status: 404,
    title: 'This experiment is not known here. Send the experiment before its draws.',
  },
  'media-not-found': {
    status: 404,
    title: 'These bytes are not at home, or not yet: they may still be on the device that made them.',
  },
  'upload-not-found': {
    status: 404,
    title:
      'This upload is not known here, or it was given up. Begin it anew: what has arrived in full is kept.',
  },
  'import-not-found': { status: 404, title: 'This import is not known here.' },
  'remark-not-found': { status: 404, title: 'The remark that this one replaces is not known here.' },
  'id-taken': {
    status: 409,
    title: 'Something else is already kept under this id. Both are kept for you to choose.',
  },
  'not-confirmed': {
    status: 409,
    title: 'This is not your name as it is shown here. Nothing was erased: type it just as it stands.',
  },
  'being-recorded': {
    status: 409,
    title: 'Something was being recorded at the same moment. Nothing was erased: try again in a moment.',
  },
  'being-read': {
    status: 409,
    title:
      'Recordings are just being taken away or backed up. Nothing was erased: try again once that is done.',
  },
  'is-sample': {
    status: 409,
    title: 'This is the sample, and nothing in it is yours. Nothing was erased: remove the sample instead.',
  },
  'key-not-found': { status: 404, title: 'You have no key with this id in force. Nothing was changed.' },
  'upload-offset': {
    status: 409,
    title: 'Home has more of this upload than that, or less. Ask how much, and go on from there.',
  },
  'tus-version': { status: 412, title: 'Send the header Tus-Resumable: 1.0.0, as that protocol asks.' },
  'too-large': { status: 413, title: 'This is larger than what Bottega takes at once.' },
  'not-a-file': {
    status: 415,
    title: 'Send a file, in the form that the documentation of this address names.',
  },
  'type-refused': {
    status: 415,
    title:
      'Bottega keeps photos, sound, video, PDF and plain text, each as what it is. Nothing of this file was kept.',
  },
  'range-unsatisfiable': { status: 416, title: 'The file ends before the part that was asked for.' },
  'not-json': { status: 415, title: 'Send the body as application/json.' },
  invalid: { status: 422, title: 'Some values cannot be used. Nothing was changed.' },
  'value-impossible': {
    status: 422,
    title: 'This value is impossible for the measure. Nothing was changed.',
  },
  'play-not-scored': {
    status: 422,
    title: 'This session is “Mess it up”, which is never scored. Send the attempt without a value.',
  },
  'file-unreadable': { status: 422, title: 'This file cannot be read. Nothing was changed.' },
  'upload-damaged': {
    status: 422,
    title:
      'The file did not arrive as it was announced, and nothing of it was kept. Send it again from its beginning.',
  },
  'upload-busy': {
    status: 423,
    title: 'This upload is just arriving over another connection. What has come is safe: go on in a moment.',
  },
  'uploads-waiting': {
    status: 429,
    title: 'Too much is waiting to be finished. Finish some uploads or end them, and begin this one then.',
  },
  'rows-refused': { status: 422, title: 'Some rows cannot be taken. Nothing was changed.' },
  'database-away': {
    status: 503,
    title: 'The database is starting again. Send it again in a moment: nothing is taken twice.',
  },
  'disk-full': {
    status: 507,
    title:
      'There is no room left on the disk of the server. Nothing was changed: free some, and send it again.',
  },
  fault: { status: 500, title: 'Something is wrong inside Bottega. Nothing was changed.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export const ProblemError = z.object({
  pointer: z.string().describe('JSON pointer into the body, or "?name" for a query parameter.'),
  message: z.string(),
});
export type ProblemError = z.infer<typeof ProblemError>;

/** RFC 9457. `code` is the last part of `type`, for programs that switch on it. */
export const Problem = z
  .object({
    type: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(ProblemError).optional(),
    stored: z.unknown().optional().describe('With id-taken: what is kept under this id.'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** Text that a person wrote: trimmed, never empty, never longer than `most` characters. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // PostgreSQL cannot hold NUL, and half a surrogate pair would come back as another character than was sent.
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'has a character that cannot be stored');

/** Long enough for nanoseconds and an offset. PostgreSQL refuses far longer ones, which JavaScript reads. */
const LONGEST_MOMENT = 40;
/** PostgreSQL's own bound; no place on earth is further from UTC than fourteen hours. */
const FARTHEST_OFFSET = /[+-](0\d|1[0-5]):[0-5]\d$|Z$/;
const isInReach = (year: number) => year >= 1900 && year < 2200;

/**
 * A moment, with its offset from UTC; stored as the moment. The bounds are those of what is kept and drawn, and let a
 * clock pass that is years off: a contract has no clock, so what lies ahead is refused where home's is at hand.
 */
export const Moment = z.iso
  .datetime({ offset: true })
  .max(LONGEST_MOMENT)
  // No .regex: the document would have its pattern in place of the format.
  .refine((text) => FARTHEST_OFFSET.test(text), 'is more than 15:59 hours away from UTC')
  .refine((text) => isInReach(new Date(text).getUTCFullYear()), 'lies outside the years 1900 to 2199');

/** The learner's own calendar day, where they were. */
export const LocalDay = z.iso
  .date()
  .refine((text) => isInReach(Number(text.slice(0, 4))), 'lies outside the years 1900 to 2199');

/** Mutations answer what changed: keys of queries that a screen should read again. */
export const Touched = z.array(z.string()).max(20);

export const FactId = z
  .uuid()
  .describe('Made by the device (version 7), so that sending it again changes nothing.');

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal');

/** The answer to every recorded fact: `same` says that it was known already, and that nothing changed. */
export const Recorded = z
  .object({ id: z.string(), outcome: z.enum(['stored', 'same']), touched: Touched })
  .meta({ id: 'Recorded' });
export type Recorded = z.infer<typeof Recorded>;
