import { z } from 'zod';
import { SLOTS } from '../../engine/support/slots.ts';
import { FactId, Moment, Sha256, words } from '../../platform/contract.ts';

const SlotName = z.enum(SLOTS);

export const SupportSlotBody = z
  .object({
    practiceId: FactId,
    slot: SlotName,
    status: z.enum(['in-place', 'missing', 'not-needed']),
    text: words(300).nullable(),
    setAt: Moment,
  })
  .meta({ id: 'SupportSlotBody' });
export type SupportSlotBody = z.infer<typeof SupportSlotBody>;

/** Which slots were in place when a session began, and which were not. What is in neither list was not asked. */
export const SupportCheckBody = z
  .object({
    sessionId: FactId,
    inPlace: z.array(SlotName).max(SLOTS.length),
    missing: z.array(SlotName).max(SLOTS.length),
    checkedAt: Moment,
  })
  .refine(
    ({ inPlace, missing }) => new Set([...inPlace, ...missing]).size === inPlace.length + missing.length,
    {
      message: 'names a slot twice',
      path: ['missing'],
    },
  )
  .meta({ id: 'SupportCheckBody' });
export type SupportCheckBody = z.infer<typeof SupportCheckBody>;

export const IfThenPlanBody = z
  .object({
    practiceId: FactId,
    replacesId: FactId.nullable().describe('The plan that this one says anew, or drops.'),
    cue: words(160).describe('If …'),
    action: words(200).describe('… then I …'),
    isDropped: z.boolean(),
    setAt: Moment,
  })
  .meta({ id: 'IfThenPlanBody' });
export type IfThenPlanBody = z.infer<typeof IfThenPlanBody>;

/** The cue came up in a session: the plan was carried out, or not. */
export const IfThenUseBody = z
  .object({ planId: FactId, sessionId: FactId, isDone: z.boolean(), notedAt: Moment })
  .meta({ id: 'IfThenUseBody' });
export type IfThenUseBody = z.infer<typeof IfThenUseBody>;

/** An address on the web, of a mail, a call or a place: nothing that runs, and no path of one computer. */
export const Address = z
  .string()
  .trim()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:|tel:|geo:)[^\s]+$/, 'is not an address that begins with https://')
  // As for words: PostgreSQL cannot hold NUL, and half a character would come back as another one.
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'has a character that cannot be stored');

/** Words of one's own that lie at hand. A shortcut is one that was found while practising. */
export const AIDE_FORMS = ['card', 'checklist', 'phrase', 'shortcut'] as const;
export type AideForm = (typeof AIDE_FORMS)[number];
/** A title that is read at a glance, and as much as fits a card. */
export const MOST_AIDE_TITLE = 80;
export const MOST_AIDE_LINES = 12;

const atHandFields = z.object({
  practiceId: FactId,
  replacesId: FactId.nullable(),
  label: words(120),
  address: Address.nullable(),
  mediaSha256: Sha256.nullable().describe('Of a file that is kept at home.'),
  form: z
    .enum(AIDE_FORMS)
    .nullable()
    .default(null)
    .describe('Of words of one’s own; null: a link or a file.'),
  text: words(600)
    .nullable()
    .default(null)
    .describe('Those words; of a checklist one item a line, at most 12.'),
  isDropped: z.boolean(),
  setAt: Moment,
});
/** What opens with one tap at the start of a session. */
export const AtHandBody = atHandFields
  .refine(
    ({ address, mediaSha256, text }) =>
      [address, mediaSha256, text].filter((one) => one !== null).length === 1,
    { message: 'has to be an address, a file or words, and one of them', path: ['address'] },
  )
  .refine(({ form, text }) => (form === null) === (text === null), {
    message: 'belongs to words of one’s own, and to nothing else',
    path: ['form'],
  })
  .refine(({ form, label }) => form === null || label.length <= MOST_AIDE_TITLE, {
    message: `is longer than ${MOST_AIDE_TITLE} letters`,
    path: ['label'],
  })
  .refine(({ form, text }) => form !== 'checklist' || (text ?? '').split('\n').length <= MOST_AIDE_LINES, {
    message: `has more than ${MOST_AIDE_LINES} lines`,
    path: ['text'],
  })
  .meta({ id: 'AtHandBody' });
export type AtHandBody = z.infer<typeof AtHandBody>;

const HitRate = z
  .object({ done: z.int(), cameUp: z.int() })
  .describe('How often it was carried out, of how often its cue came up.');

export const IfThenPlan = IfThenPlanBody.omit({ replacesId: true, isDropped: true })
  .extend({ id: FactId, uses: HitRate })
  .meta({ id: 'IfThenPlan' });
export type IfThenPlan = z.infer<typeof IfThenPlan>;

export const AtHand = atHandFields
  .omit({ replacesId: true, isDropped: true })
  .extend({ id: FactId })
  .meta({ id: 'AtHand' });
export type AtHand = z.infer<typeof AtHand>;

export const SupportSlot = SupportSlotBody.extend({ id: FactId }).meta({ id: 'SupportSlot' });
export type SupportSlot = z.infer<typeof SupportSlot>;

export const SupportCheck = SupportCheckBody.safeExtend({ id: FactId }).meta({ id: 'SupportCheck' });
export type SupportCheck = z.infer<typeof SupportCheck>;

/** What is around a practice, as it is in force. */
export const Support = z
  .object({
    practiceId: FactId,
    slots: z.array(SupportSlot).max(SLOTS.length).describe('One a slot; those never set are left out.'),
    plans: z.array(IfThenPlan).max(50).describe('Oldest first.'),
    atHand: z.array(AtHand).max(50).describe('Oldest first.'),
    checks: z.array(SupportCheck).max(500).describe('One a session, newest first.'),
  })
  .meta({ id: 'Support' });
export type Support = z.infer<typeof Support>;
