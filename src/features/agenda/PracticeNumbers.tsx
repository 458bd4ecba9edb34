import { useQuery } from '@tanstack/react-query';
import { startWords, takes } from '../../engine/picture/wording.ts';
import { pictureQuery } from '../../ui/api/queries.ts';
import { numbersOf } from '../../ui/payoff/numbers-words.ts';
import { StandingBadges } from '../../ui/retention/StandingBadges.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import styles from './PracticeList.module.css';

type PracticeNumbersProps = { readonly card: PracticeCard; readonly since: string; readonly now: Date };

/** Where a practice stands that has takes; until its picture is there, how many. */
export function PracticeNumbers({ card, since, now }: PracticeNumbersProps) {
  const { data } = useQuery(pictureQuery(card.id));
  const numbers = card.payoff !== null && data?.picture ? numbersOf(card, card.payoff, data.picture) : null;
  const baseline = data?.picture?.baseline;
  const start =
    card.payoff !== null && baseline?.kind === 'baseline' && `${startWords(card.payoff, baseline)}.`;
  return (
    <>
      <p className={styles.numbers}>{numbers === null ? takes(card.attempts) : numbers}</p>
      <p className="cap">
        {start} {since}
      </p>
      <StandingBadges card={card} now={now.getTime()} />
    </>
  );
}
