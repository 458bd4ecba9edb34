import { DESIGN_FIELDS, type ItemPart, type ListedItem, type ListField } from './design-fields.ts';
import { diffWords, type WordSegment } from './diff-words.ts';
import type { DiffedDesign, DiffedElement } from './diffed-design.ts';
import { matchItems } from './match-items.ts';

export type { WordSegment } from './diff-words.ts';
export type { DiffedDesign, DiffedElement } from './diffed-design.ts';

/** One thing that is other in the version after. Texts are as people read them: "15", "30 or more". */
export type DesignChange = {
  readonly element: DiffedElement;
  /** Which field of it, in words: "what it hides, and when to drop it", "kit", "twist “eyes shut”". */
  readonly field: string;
} & (
  | { readonly kind: 'added'; readonly before: null; readonly after: string }
  | { readonly kind: 'removed'; readonly before: string; readonly after: null }
  | {
      readonly kind: 'changed';
      readonly before: string;
      readonly after: string;
      readonly words: readonly WordSegment[];
    }
  /** The same item at another place of its list; places count from 1, in each version's own list. */
  | {
      readonly kind: 'moved';
      readonly before: string;
      readonly after: string;
      readonly from: number;
      readonly to: number;
    }
);

type Where = Pick<DesignChange, 'element' | 'field'>;

/**
 * What differs between two versions of a design, in the order of a record; empty where nothing does. Items of lists are
 * matched by name or text, then by likeness, so that a list in another order is said to have moved and not to be
 * another. With the versions changed over, what was added is removed, and every other change is turned round.
 */
export function diffDesigns(before: DiffedDesign, after: DiffedDesign): readonly DesignChange[] {
  return DESIGN_FIELDS.flatMap((field) =>
    'text' in field
      ? diffTexts(field, field.text(before), field.text(after))
      : diffLists(field, field.items(before), field.items(after)),
  );
}

function diffTexts(
  { element, field }: Where,
  before: string | null,
  after: string | null,
): readonly DesignChange[] {
  if (before === after) return [];
  if (before === null) return after === null ? [] : [{ element, field, kind: 'added', before, after }];
  if (after === null) return [{ element, field, kind: 'removed', before, after }];
  return [{ element, field, kind: 'changed', before, after, words: diffWords(before, after) }];
}

function diffLists(
  { element, field }: Pick<ListField, 'element' | 'field'>,
  before: readonly ListedItem[],
  after: readonly ListedItem[],
): readonly DesignChange[] {
  const { pairs, removed, added } = matchItems(before, after);
  const kept = pairs.flatMap((pair): readonly DesignChange[] => {
    const [old, now] = [before[pair.before], after[pair.after]];
    if (old === undefined || now === undefined) return [];
    if (old.text !== now.text) return diffItems({ element, field }, old, now);
    const [from, to] = [pair.before + 1, pair.after + 1];
    return pair.isMoved
      ? [{ element, field, kind: 'moved', before: old.text, after: now.text, from, to }]
      : [];
  });
  const textsAt = (items: readonly ListedItem[], places: readonly number[]) =>
    places.flatMap((place) => items[place]?.text ?? []);
  return [
    ...kept,
    ...textsAt(after, added).flatMap((item) => diffTexts({ element, field }, null, item)),
    ...textsAt(before, removed).flatMap((item) => diffTexts({ element, field }, item, null)),
  ];
}

/** Of a thing that kept its name only the part that changed; of one that did not, the whole of it. */
function diffItems({ element, field }: Where, old: ListedItem, now: ListedItem): readonly DesignChange[] {
  const [before, after] = [old.part, now.part];
  if (before === null || after === null || old.name !== now.name)
    return diffTexts({ element, field }, old.text, now.text);
  if (before.kind === 'text' && after.kind === 'text')
    return diffTexts({ element, field: after.field }, before.text, after.text);
  return diffLists({ element, field: after.field }, itemsOf(before), itemsOf(after));
}

const itemsOf = (part: ItemPart): readonly ListedItem[] =>
  part.kind === 'text' ? [] : part.items.map((text) => ({ name: null, text, part: null }));
