import { sentenceCase } from '../../engine/sentence-case.ts';
import { usePracticePage } from '../../ui/api/use-kept.ts';
import { Loading } from '../../ui/parts/Loading.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import type { Payoff, PracticeCard } from './contract.ts';
import { DrawnPicture } from './DrawnPicture.tsx';
import styles from './PictureBlock.module.css';
import type { WorkTakes } from './picture-contract.ts';
import { useWorkPicture } from './use-work-picture.ts';

type WorkPictureProps = {
  readonly card: PracticeCard;
  readonly payoff: Payoff;
  readonly works: readonly WorkTakes[];
  /** Key of what is drawn: `whole`, or another of `works`. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
};

/** Which picture: of whole runs, of a part, or of showings. What is not the whole is drawn here. */
export function WorkPicture({ card, payoff, works, chosen, onChoose }: WorkPictureProps) {
  const other = works.find((one) => one.work !== 'whole' && keyOf(one) === chosen);
  const segments = [
    { value: 'whole', label: 'Whole' },
    ...works
      .filter(({ work }) => work !== 'whole')
      .map((one) => ({ value: keyOf(one), label: labelOf(one) })),
  ];
  return (
    <>
      <Segmented
        className={styles.works}
        legend="Whole, part, showings"
        isLegendHidden
        segments={segments}
        value={other === undefined ? 'whole' : chosen}
        onChoose={onChoose}
      />
      {other !== undefined && <Other key={chosen} card={card} payoff={payoff} other={other} />}
    </>
  );
}

type OtherProps = Pick<WorkPictureProps, 'card' | 'payoff'> & { readonly other: WorkTakes };

function Other({ card, payoff, other }: OtherProps) {
  const { picture, payoffId, error, retry, waiting } = useWorkPicture(card.id, other);
  const own = usePracticePage(card.id).value?.payoffs.find(({ id }) => id === payoffId);
  const isPart = other.work === 'part';
  const measure = isPart ? { ...(own ?? payoff), target: { low: null, high: null } } : payoff;
  if (picture === null && error !== null)
    return <ReadFault error={error} what="This picture" retry={retry} />;
  if (picture === null) return <Loading what="Drawing your takes" lines={8} />;
  return (
    <>
      <DrawnPicture card={card} payoff={measure} picture={picture} />
      <p className="cap">{isPart ? PART_NOTE : SHOWING_NOTE}</p>
      {waiting > 0 && (
        <p className="cap">
          {waiting === 1 ? 'One take is' : `${waiting} takes are`} kept on this device, and drawn here once
          home has them.
        </p>
      )}
    </>
  );
}

const PART_NOTE = 'Takes of this part alone. The target is of the whole, so none is drawn here.';
const SHOWING_NOTE =
  'Takes before others. They count towards the target with whole runs, and are drawn apart.';

function keyOf({ work, part }: WorkTakes): string {
  return work === 'part' ? `part/${part ?? ''}` : work;
}

function labelOf({ work, part }: WorkTakes): string {
  if (work === 'showing') return 'Showings';
  return part === null ? 'A part' : sentenceCase(part);
}
