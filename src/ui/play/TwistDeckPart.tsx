import { type FormEvent, useState } from 'react';
import { deckFault } from '../../engine/challenge/deck.ts';
import { countWords } from '../../engine/picture/count-words.ts';
import { sentenceCase } from '../../engine/sentence-case.ts';
import type { TwistList } from '../../features/twists/contract.ts';
import { joinClasses } from '../join-classes.ts';
import { Button } from '../parts/Button.tsx';
import { FoldedLine } from '../parts/FoldedLine.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { TextField } from '../parts/TextField.tsx';
import { type DeckCard, deckOf, drawnFrom } from './deck-of.ts';
import styles from './Play.module.css';
import { setCard } from './play-writes.ts';

type TwistDeckPartProps = {
  readonly practiceId: string;
  readonly author: readonly { readonly name: string; readonly instruction: string }[];
  readonly cards: NonNullable<TwistList['cards']>;
  /** For every so many takes one is drawn; 0: never. */
  readonly every: number;
};

/** The author's cards and the learner's own: what is put aside is not drawn, and stays here. */
export function TwistDeckPart({ practiceId, author, cards, every }: TwistDeckPartProps) {
  const [isAdding, setAdding] = useState(false);
  const deck = deckOf(author, cards);
  const fault = deckFault(drawnFrom(deck).map((id) => ({ id, weight: 1, needs: [] })));
  return (
    <section aria-labelledby="twists" className={styles.part}>
      <h3 id="twists">Twists</h3>
      <p className="small muted">{deck.length > 0 && fault !== null ? fault : drawWords(every)}</p>
      {deck.length > 0 && (
        <FoldedLine line={deck.length === 1 ? 'The deck, one card' : `The deck, ${deck.length} cards`}>
          <RuledList label="The deck">
            {deck.map((card) => (
              <li key={card.name}>
                <Card practiceId={practiceId} card={card} />
              </li>
            ))}
          </RuledList>
        </FoldedLine>
      )}
      {isAdding ? (
        <CardForm practiceId={practiceId} deck={deck} onDone={() => setAdding(false)} />
      ) : (
        <Button onClick={() => setAdding(true)}>Add a card of your own</Button>
      )}
    </section>
  );
}

function drawWords(every: number): string {
  if (every === 0) return 'None is drawn, as you set it.';
  return every === 1
    ? 'One is drawn for every take, once there are six.'
    : `One is drawn for each ${countWords(every)} takes, once there are six.`;
}

function Card({ practiceId, card }: { readonly practiceId: string; readonly card: DeckCard }) {
  const { name, instruction, isOwn, isAside } = card;
  const toggle = () =>
    void setCard({ practiceId, name, instruction: isOwn ? instruction : null, isAside: !isAside });
  const words = isAside ? 'Take back in' : 'Put aside';
  return (
    <div className={joinClasses(styles.card, isAside && styles.aside)}>
      <p>
        <b>{sentenceCase(name)}</b>
        {isOwn && <span className="cap"> your own</span>}
        {isAside && <span className="cap"> put aside</span>}
        <br />
        <span className="small">{instruction}</span>
      </p>
      <Button kind="text" aria-label={`${words}: ${name}`} onClick={toggle}>
        {words}
      </Button>
    </div>
  );
}

type CardFormProps = {
  readonly practiceId: string;
  readonly deck: readonly DeckCard[];
  readonly onDone: () => void;
};

function CardForm({ practiceId, deck, onDone }: CardFormProps) {
  const [name, setName] = useState('');
  const [instruction, setInstruction] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const named = name.trim();
    const told = instruction.trim();
    if (named === '' || told === '') return setError('A card has a name, and says what to do.');
    if (deck.some((card) => card.name === named))
      return setError('There is a card of this name: give it another.');
    void setCard({ practiceId, name: named, instruction: told, isAside: false });
    onDone();
  };
  return (
    <form className="stack" onSubmit={add}>
      <TextField
        label="Name of the card"
        text={name}
        onText={setName}
        maxLength={60}
        error={error}
        autoFocus
      />
      <TextField label="What to do" text={instruction} onText={setInstruction} maxLength={200} />
      <p className={styles.row}>
        <Button submit>Add it</Button>
        <Button kind="text" onClick={onDone}>
          Not now
        </Button>
      </p>
    </form>
  );
}
