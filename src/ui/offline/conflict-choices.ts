import { type FactKind, factOf } from './fact.ts';
import type { Write } from './pending-write.ts';

/** `mine`: this device's counts, home's no longer does. `home`: the other way round. `both`: both count. */
export type Choice = 'mine' | 'home' | 'both';

/** What can be chosen, by kind: facts are only ever added, so not everything can be taken back. */
const CHOICES: Readonly<Record<FactKind, readonly Choice[]>> = {
  attempt: ['mine', 'home', 'both'],
  remark: ['mine', 'home', 'both'],
  // The newest payoff is in force, and every earlier one stays in its history.
  payoff: ['mine', 'home'],
  practice: ['home', 'both'],
  session: ['home', 'both'],
  need: ['home', 'both'],
  retraction: ['home', 'both'],
  // A session ends once, and what home has as its end stays.
  'session-end': ['home'],
  match: ['home'],
  'aim-result': ['home'],
  'pause-end': ['home'],
  'evidence-removal': ['home'],
  'showing-removal': ['home'],
  // Of these the newest is in force, as of payoffs.
  'need-revision': ['mine', 'home'],
  following: ['mine', 'home'],
  wish: ['mine', 'home'],
  pairing: ['mine', 'home'],
  'payoff-choice': ['mine', 'home'],
  aim: ['mine', 'home'],
  placing: ['mine', 'home'],
  setting: ['mine', 'home'],
  'support-slot': ['mine', 'home'],
  'support-check': ['mine', 'home'],
  'plan-answer': ['home', 'both'],
  pause: ['home', 'both'],
  'if-then-plan': ['home', 'both'],
  'if-then-use': ['home', 'both'],
  experiment: ['home'],
  'experiment-draw': ['home'],
  'experiment-end': ['home'],
  'twist-draw': ['home'],
  'self-rating': ['mine', 'home'],
  'twist-card': ['home'],
  difficulty: ['home'],
  'at-hand': ['home', 'both'],
  showing: ['home', 'both'],
  evidence: ['home', 'both'],
  // Two devices saved a version under one number: this one's becomes a micromastery of its own.
  design: ['home', 'both'],
};

export function choicesFor(write: Pick<Write, 'path' | 'body'>): readonly Choice[] {
  const fact = factOf(write);
  return fact === null ? ['home'] : CHOICES[fact.kind];
}
