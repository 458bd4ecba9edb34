import type { PracticeCard } from '../../features/practice/contract.ts';
import { Button } from '../parts/Button.tsx';
import { RuledList } from '../parts/RuledList.tsx';

type GivingWayProps = {
  /** Those that stand where there is no room. */
  readonly candidates: readonly Pick<PracticeCard, 'id' | 'title'>[];
  readonly chosenId: string | null;
  readonly onChoose: (practiceId: string) => void;
};

/** Few in flight: to make room, one is parked. Everything of it is kept. */
export function GivingWay({ candidates, chosenId, onChoose }: GivingWayProps) {
  return (
    <RuledList label="Which one to park">
      {candidates.map(({ id, title }) => (
        <li key={id}>
          <Button aria-pressed={id === chosenId} onClick={() => onChoose(id)}>
            Park {title}
          </Button>
        </li>
      ))}
    </RuledList>
  );
}
