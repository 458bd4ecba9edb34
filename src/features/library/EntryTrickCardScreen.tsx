import { lazy, Suspense, useEffect, useState } from 'react';
import { EntryTrick } from '../../ui/micromastery/EntryTrick.tsx';
import { Paragraphs } from '../../ui/micromastery/Paragraphs.tsx';
import { noteTrickRead } from '../../ui/micromastery/trick-read.ts';
import { useTrickHeldBack } from '../../ui/micromastery/use-trick-held-back.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { Murrina } from '../../ui/parts/Murrina.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { usePageId } from '../../ui/shell/use-address.ts';
import type { Micromastery } from './contract.ts';
import styles from './EntryTrickCardScreen.module.css';
import { useMicromastery, usePracticeOf } from './use-micromastery.ts';

/** Most cards have none. */
const PictureSteps = lazy(async () => ({
  default: (await import('../../ui/micromastery/AnswerMedia.tsx')).PictureSteps,
}));

/** The way in on one sheet of paper, for a kitchen wall or a coat pocket. */
export default function EntryTrickCardScreen() {
  const id = usePageId();
  const { value: design, error, retry } = useMicromastery(id);
  const hasTried = (usePracticeOf(id)?.attempts ?? 0) > 0;
  if (design === undefined) {
    return (
      <>
        <ScreenHeading title="Card" className="vh">
          Card
        </ScreenHeading>
        {error === null ? (
          <Loading what="Fetching the card" lines={8} />
        ) : (
          <ReadFault error={error} what="This card" retry={retry} />
        )}
      </>
    );
  }
  return <PrintableCard key={id} design={design} hasTried={hasTried} />;
}

type CardProps = { readonly design: Micromastery; readonly hasTried: boolean };

function PrintableCard({ design, hasTried }: CardProps) {
  const { id, entryTrick } = design;
  const isHeldBack = useTrickHeldBack({ micromasteryId: id, trick: entryTrick, hasTried });
  const [isAsking, setAsking] = useState(false);
  const print = usePrint(() => setAsking(false));

  return (
    <div className={styles.place}>
      <Card design={design} hasTried={hasTried} isHeldBack={isHeldBack} />
      <ActionBar>
        <Button
          kind="hot"
          onClick={() => {
            if (isHeldBack) setAsking(true);
            else {
              if (entryTrick !== null) noteTrickRead(id);
              print();
            }
          }}
        >
          Print
        </Button>
        <PageLink href={`/micromasteries/${id}`}>Back to the whole of it</PageLink>
      </ActionBar>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="Print it with the trick?"
        actions={
          <>
            <Button
              kind="hot"
              onClick={() => {
                noteTrickRead(id);
                print();
              }}
            >
              Show it and print
            </Button>
            <Button onClick={print}>Print without it</Button>
          </>
        }
      >
        <p>
          Its author asks for one try before the trick is read. Without it the rest of the card is printed,
          and the trick and what it hides are left out.
        </p>
      </Dialog>
    </div>
  );
}

/** Prints once the screen shows what was decided: the browser takes the page as it stands at that moment. */
function usePrint(before: () => void): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0) return;
    let isOver = false;
    const frame = requestAnimationFrame(() => {
      // One that cannot be shown holds up no paper.
      const shown = [...document.images].map((picture) => picture.decode());
      void Promise.allSettled(shown).then(() => !isOver && window.print());
    });
    return () => {
      isOver = true;
      cancelAnimationFrame(frame);
    };
  }, [asked]);
  return () => {
    before();
    setAsked((count) => count + 1);
  };
}

function Card({ design, hasTried, isHeldBack }: CardProps & { readonly isHeldBack: boolean }) {
  const { entryTrick, repeat, payoff, safety } = design;
  return (
    <div data-print="card">
      <Sheet kind="lifted" className={styles.card}>
        <p className={`cap ${styles.field}`}>
          <Murrina form="apprentice" sizePixels={22} /> {design.fields[0]}
        </p>
        <ScreenHeading title={`${design.title}, card`}>{design.title}</ScreenHeading>
        <div className={styles.trick}>
          {entryTrick === null ? (
            <Paragraphs text={design.summary} />
          ) : (
            <EntryTrick micromasteryId={design.id} trick={entryTrick} hasTried={hasTried} />
          )}
        </div>
        {!isHeldBack && <Steps formats={design.formats} />}
        {safety !== null && (
          <div className={styles.part}>
            <h2 className="h3">Before you begin</h2>
            <Paragraphs text={safety} />
          </div>
        )}
        {entryTrick?.limit != null && !isHeldBack && (
          <div className={styles.part}>
            <h2 className="h3">What the trick hides</h2>
            <Paragraphs text={entryTrick.limit} />
          </div>
        )}
        {repeat !== null && (
          <div className={styles.part}>
            <h2 className="h3">In two minutes</h2>
            <p>{repeat.floor}</p>
          </div>
        )}
        {payoff !== null && (
          <div className={styles.part}>
            <h2 className="h3">It pays when</h2>
            <p className={styles.payoff}>{payoff.statement}</p>
          </div>
        )}
        <p className={`cap ${styles.foot}`}>
          Bottega. Version {design.version}, {design.licence}.
        </p>
      </Sheet>
    </div>
  );
}

/** In rows of five: more, or with more to read, take the second page that a card has not got. */
const PRINTED_PICTURES = 5;
const PRINTED_LETTERS = 600;

function isPrintable(pictures: readonly { readonly caption: string }[]): boolean {
  const letters = pictures.reduce((sum, { caption }) => sum + caption.length, 0);
  return pictures.length <= PRINTED_PICTURES && letters <= PRINTED_LETTERS;
}

/** In pictures where there are some that fit, else as a list; the words of pictures that do not fit are a list too. */
function Steps({ formats }: Pick<Micromastery, 'formats'>) {
  const { checklist, pictures = [] } = formats ?? {};
  const isDrawn = pictures.length > 0 && isPrintable(pictures);
  const steps = checklist ?? pictures.map(({ caption }) => caption);
  if (!isDrawn && steps.length === 0) return null;
  return (
    <div className={styles.part}>
      <h2 className="h3">Step by step</h2>
      {isDrawn ? (
        <Suspense fallback={null}>
          <PictureSteps pictures={pictures} isEager />
        </Suspense>
      ) : (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
