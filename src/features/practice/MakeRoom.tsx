import { roomIn } from '../../engine/agenda/places.ts';
import { countWords } from '../../engine/picture/count-words.ts';
import { GivingWay } from '../../ui/agenda/GivingWay.tsx';
import { usePlaces } from '../../ui/agenda/use-places.ts';
import styles from './BeginScreen.module.css';

type MakeRoomProps = {
  readonly parkedId: string | null;
  readonly onParked: (practiceId: string | null) => void;
};

/** One in focus and few in flight: where there are as many as the learner wants, one may give way to this one. */
export function MakeRoom({ parkedId, onParked }: MakeRoomProps) {
  const { practices, places, limits } = usePlaces();
  const room = roomIn(places, limits);
  if (room.focus > 0 || room['keep-alive'] > 0) return null;
  const flying = practices.filter(({ id }) => places.get(id) !== 'parked');
  return (
    <section aria-labelledby="room" className={styles.room}>
      <h2 id="room" className="h3">
        You have {countWords(flying.length)} in flight, as many as you wanted at once
      </h2>
      <p className="small">
        Park one to make room.{' '}
        {parkedId === null &&
          'Without that, this one waits in the parking lot, and you can practise it all the same.'}
      </p>
      <GivingWay
        candidates={flying}
        chosenId={parkedId}
        onChoose={(id) => onParked(id === parkedId ? null : id)}
      />
    </section>
  );
}
