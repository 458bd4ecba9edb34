import { stemOf } from './stem-of.ts';

/**
 * Everyday words that say the same where people tell what they need: whoever writes "graph" is shown what is said of a
 * "chart". A line holds what may stand for each other, and nothing is in it for one micromastery alone.
 */
const SAME = `
  ai chatgpt copilot gemini claude llm chatbot prompt prompts
  anecdote anecdotes story stories tale tales joke jokes
  applause audience stage crowd
  application applications cv resume interview recruiter
  argue argument quarrel fight conflict angry anger
  bake baking baked oven
  balance balancing wobble
  bike bicycle cycling cyclist
  boast brag bragging
  boat boats ship kayak dinghy sailing
  boring bore bored bores dull
  boss manager supervisor superior management
  bread loaf loaves dough baguette yeast sourdough
  camping tent tents hammock tarp
  cause causes root reason reasons
  chart charts graph graphs diagram diagrams figures statistics
  chop chopping cut cutting slice slicing dice dicing
  chord chords guitar ukulele strum
  clumsy awkward
  coach coaching mentor mentoring
  colleague colleagues coworker coworkers teammate
  cook cooking kitchen chef
  criticise criticism criticize feedback fire firing warn warning
  delegate delegating delegation handover
  draw drawing drawings doodle doodles sketch sketching sketches
  egg eggs omelette omelet scrambled frying
  executives executive board directors leadership management senior
  favour favours favor favors requests
  fold folding origami paper
  interrupt interrupts interrupting interruption
  juggle juggling juggler circus
  keyboard keys typing typist type computer
  knot knots rope ropes tie tying fasten lashing
  lead leader leading supervise supervising manager managing promoted
  listen listens listener listening
  meeting meetings call calls standup
  messy sloppy careless
  money pay salary wage raise
  name names called
  negotiate negotiation negotiating haggle haggling bargain bargaining price buying selling
  nervous nerves shy stage fright anxious
  number numbers figures data
  overload overloaded overwhelmed swamped dump dumps
  persuade persuading convince convincing support
  politics political allies influence
  problem problems issue issues
  quick quicker fast faster slow slowly speed
  recurring repeats recur
  refuse refusing decline pushover
  speech speeches toast
  presentation presentations presenting present presents slides
  task tasks chore chores
  team teams staff crew
  vegetables vegetable veg veggies onion onions`;

const GROUPS: readonly (readonly string[])[] = SAME.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

/** At most so many others: the nearest in the line first is not known, and each costs a look-up. */
const OTHERS_AT_MOST = 12;

/** What else may be meant by a word, in lower case; nothing where no other is known. Never one with the same stem. */
export function otherWords(word: string): readonly string[] {
  const stem = stemOf(word);
  const others = GROUPS.filter((group) => group.includes(word)).flat();
  return [...new Set(others.filter((other) => stemOf(other) !== stem))].slice(0, OTHERS_AT_MOST);
}
