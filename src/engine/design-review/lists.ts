import type { Design } from './design.ts';
import type { Finding } from './finding.ts';

/** Words that go on with something: an item that begins with one was most likely cut from the item before it. */
const GOES_ON = /^(?:such as|who|whom|whose|which|if|also|or|and|but|because|than)\b/i;

/** Lists of things, each to be read by itself. Needs are people's own sentences, and may begin as they like. */
export function reviewLists({ support, payoff, experiments }: Design): readonly Finding[] {
  return [
    ...reviewItems('support', support?.kit ?? []),
    ...reviewItems('support', support?.people ?? []),
    ...reviewItems('payoff', payoff?.conditions ?? []),
    ...experiments.flatMap(({ levels }) => reviewItems('experiments', levels)),
  ];
}

function reviewItems(element: Finding['element'], items: readonly string[]): readonly Finding[] {
  return items.flatMap((item, index): Finding[] => {
    const found = GOES_ON.exec(item)?.[0];
    if (found === undefined) return [];
    const before = items[index - 1];
    return [
      {
        element,
        code: 'list-item-cut',
        severity: 'weak',
        why: `“${item}” begins with “${found.toLowerCase()}”: it goes on with the item before it, so that one thing stands as two, and neither can be read by itself.`,
        betterExample:
          before === undefined
            ? `Say the whole thing in one item: “${item.slice(found.length).trim() || 'a thing'} …”`
            : `One item, on a line of its own: “${before}, ${item}”`,
      },
    ];
  });
}
