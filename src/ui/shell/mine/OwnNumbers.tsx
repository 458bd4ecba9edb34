import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../parts/Loading.tsx';
import { mineQuery } from './mine-queries.ts';
import { hoursWords, ownNumbers } from './own-numbers.ts';

/** What there is at home, in numbers that the files of an export add up to. */
export function OwnNumbers() {
  const { data: mine, error } = useQuery(mineQuery);
  if (mine === undefined)
    return error === null ? (
      <Loading what="Counting what is yours" lines={1} />
    ) : (
      <p className="muted">Home could not be asked for the numbers just now.</p>
    );
  const numbers = ownNumbers(mine);
  if (numbers.length === 0) return <p>Nothing is at home yet.</p>;
  return (
    <p>
      At home: {numbers.join(', ')}. {hoursWords(mine.minutes)} of practice in all. The files of the archive
      add up to just these.
    </p>
  );
}
