/**
 * Who sees what, in one table that the page, docs/who-sees-what.md and a test read: the test holds it against the policies
 * of the database. Private is the default; what cannot be shared yet says so.
 */

export const AUDIENCES = [
  { key: 'self', words: 'You' },
  { key: 'grantee', words: 'Someone you share it with' },
  { key: 'manager', words: 'Your manager' },
  { key: 'lead', words: 'Who plans learning' },
  { key: 'public', words: 'Anyone with a link' },
] as const;
export type Audience = (typeof AUDIENCES)[number]['key'];

/**
 * `all`: sees all of it. `granted`: would see what was shared, while it is, and there is no way yet to share. `not-yet`:
 * sees nothing, and some of it may be shared in a version to come. `sums`: the same, and then only with those of others.
 * `never`: sees nothing, whatever comes.
 */
export type Sight = 'all' | 'granted' | 'not-yet' | 'sums' | 'never';

export const SIGHT_WORDS: Readonly<Record<Sight, string>> = {
  all: 'All of it',
  granted: 'Nothing: it cannot be shared yet',
  'not-yet': 'Nothing: it cannot be shared yet',
  sums: 'Nothing yet; later only sums of five people or more',
  never: 'Never',
};

export type SeenKind = {
  readonly what: string;
  /** Where it is kept: each table of facts stands in one row. */
  readonly tables: readonly string[];
  readonly sight: Readonly<Record<Audience, Sight>>;
};

/** Why somebody practises, and what they say of it. */
const PRIVATE = { self: 'all', grantee: 'not-yet', manager: 'never', lead: 'sums', public: 'never' } as const;
/** Numbers of practice: to a person by name, once they are granted. */
const BY_GRANT = { ...PRIVATE, grantee: 'granted' } as const;
/** Made to be shown, once there is a way to show it. */
const TO_BE_SHOWN = {
  self: 'all',
  grantee: 'not-yet',
  manager: 'not-yet',
  lead: 'not-yet',
  public: 'not-yet',
} as const;

export const WHO_SEES: readonly SeenKind[] = [
  {
    what: 'What you need, and what became of it',
    tables: ['need', 'need_match', 'need_revision'],
    sight: PRIVATE,
  },
  {
    what: 'Your practices, payoffs, sessions and takes',
    tables: ['practice', 'payoff', 'practice_session', 'attempt'],
    sight: BY_GRANT,
  },
  {
    what: 'How sure you were and how it felt, notes, lines for next time, aims, and takes that you took back',
    tables: ['self_rating', 'remark', 'session_end', 'aim', 'aim_result', 'retraction'],
    sight: PRIVATE,
  },
  {
    what: 'What you choose: places, pauses, wishes, versions, answers to a plan, settings',
    tables: [
      'practice_placing',
      'pause',
      'pause_end',
      'wish',
      'pairing',
      'following',
      'payoff_choice',
      'plan_answer',
      'setting',
    ],
    sight: PRIVATE,
  },
  {
    what: 'What is around a practice: kit, people, place, if-then plans, links, files and your own words at hand',
    tables: ['support_slot', 'support_check', 'if_then_plan', 'if_then_use', 'at_hand'],
    sight: PRIVATE,
  },
  {
    what: 'Your experiments, twists and difficulty: what you asked and expected, what was drawn, and how it ended',
    tables: ['experiment', 'experiment_draw', 'experiment_end', 'twist_draw', 'twist_card', 'difficulty'],
    sight: PRIVATE,
  },
  {
    what: 'Photos, recordings and files, and what was shown to others',
    tables: ['evidence', 'evidence_removal', 'showing', 'showing_removal'],
    sight: TO_BE_SHOWN,
  },
  {
    what: 'Micromasteries of your own (you can hand one on yourself, as a file)',
    tables: ['micromastery_version'],
    sight: TO_BE_SHOWN,
  },
];

/** Named in the plan and not built: when they come, they come with a row of the table. */
export const NOT_BUILT =
  'Pieces, feedback, endorsements, credentials, time agreements and the pulse are not built yet. When they come, they stand in this table first.';

export type KeptPlace = { readonly where: string; readonly what: string; readonly who: string };

export const KEPT_WHERE: readonly KeptPlace[] = [
  {
    where: 'This device',
    what: 'What waits to be sent home, recordings among it; sessions and designs that you have begun; for use without the network, the pages you opened last and copies of your recordings and files; what you typed into Find, and which ways in you have read; choices such as the paper.',
    who: 'Whoever can use this browser as you. Signing out takes away the pages, the copies of what home has, and what you typed into Find or read. What is nowhere else stays for you, and nobody else who signs in is shown it: what waits to be sent, recordings that you have not decided on, and sessions and designs that you have begun. Choices such as the paper stay as well. Who can read the files of this device can read what lies there.',
  },
  {
    where: 'Home',
    what: 'Everything of yours, in the database and the folder of the Bottega that you use. Nothing is sent to anybody else.',
    who: 'You. And whoever runs it: who can read its disk can read what lies there.',
  },
  {
    where: 'Backups',
    what: 'All of home, as it was when the backup was taken.',
    who: 'Whoever runs it and keeps them. What you erase stays in backups of before until they are thrown away; when one is restored, it is erased again.',
  },
];
