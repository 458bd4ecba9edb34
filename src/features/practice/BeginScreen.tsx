import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { placeForNew } from '../../engine/agenda/places.ts';
import { placingWrite, usePlaces } from '../../ui/agenda/use-places.ts';
import { Unreachable } from '../../ui/api/api-client.ts';
import { libraryQuery, micromasteryQuery } from '../../ui/api/queries.ts';
import { useBench } from '../../ui/api/use-kept.ts';
import {
  beginPractice,
  type PayoffDraft,
  payoffWithoutTarget,
} from '../../ui/micromastery/begin-practice.ts';
import { needInHand } from '../../ui/micromastery/need-in-hand.ts';
import { showBegun } from '../../ui/micromastery/show-begun.ts';
import { record } from '../../ui/offline/record.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Loading } from '../../ui/parts/Loading.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { goTo } from '../../ui/shell/navigation.ts';
import { ReadFault } from '../../ui/shell/ReadFault.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { usePageId } from '../../ui/shell/use-address.ts';
import type { Micromastery } from '../library/contract.ts';
import styles from './BeginScreen.module.css';
import { MakeRoom } from './MakeRoom.tsx';
import { PayoffForm } from './PayoffForm.tsx';
import { fieldsOf, usePayoffFields } from './use-payoff-fields.ts';

/** Takes a micromastery up: what it pays, in the learner's own words and number. */
export default function BeginScreen() {
  const id = usePageId();
  const { data, error, refetch } = useQuery(micromasteryQuery(id));
  const isAway = data === undefined && error instanceof Unreachable;
  const { data: library } = useQuery({ ...libraryQuery, enabled: isAway });
  const design = data ?? (isAway ? library?.micromasteries.find((known) => known.id === id) : undefined);
  if (design !== undefined) return <Begin key={id} design={design} />;
  return (
    <>
      <ScreenHeading title="Practise" className="vh">
        Practise
      </ScreenHeading>
      {error === null ? (
        <Loading what="Fetching the micromastery" lines={8} />
      ) : (
        <ReadFault error={error} what="This micromastery" retry={refetch} />
      )}
    </>
  );
}

function Begin({ design }: { readonly design: Micromastery }) {
  const { value: bench } = useBench();
  const known = bench?.practices.find((card) => card.micromasteryId === design.id);
  const form = usePayoffFields(fieldsOf(design.payoff ?? payoffWithoutTarget(design)));
  const [parkedId, setParkedId] = useState<string | null>(null);
  const { begin, isBusy, fault } = useBegin(design, parkedId);

  function beginWith(payoff: PayoffDraft | null, next: Next) {
    if (payoff !== null) begin(payoff, next);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    beginWith(form.read(), 'run');
  }

  return (
    <Stage aria-labelledby="begin" className={styles.stage}>
      <p className="cap">{design.title}</p>
      <ScreenHeading title={`Practise: ${design.title}`} id="begin">
        What does it pay you?
      </ScreenHeading>
      <p className={`muted ${styles.lead}`}>
        Change every word and number until it is yours. You can change it again at any time, and what you had
        before is kept. The first three takes set where you start; nothing that you say of yourself does.
      </p>
      {known !== undefined && (
        <p className={styles.known}>
          It is on your bench already:{' '}
          <PageLink href={`/practices/${known.id}`}>go to your practice</PageLink>, or begin a second one
          here.
        </p>
      )}
      <form ref={form.element} onSubmit={submit} noValidate>
        <PayoffForm form={form} />
        <MakeRoom parkedId={parkedId} onParked={setParkedId} />
        <div className={styles.go}>
          <ActionBar>
            <Button kind="hot" size="big" submit busy={isBusy} busyText="Opening">
              Start now
            </Button>
            <Button busy={isBusy} onClick={() => beginWith(form.read(), 'page')}>
              Put it on the bench
            </Button>
          </ActionBar>
          <Button kind="text" busy={isBusy} onClick={() => beginWith(form.readWithoutTarget(), 'page')}>
            Practise without a target
          </Button>
        </div>
        {fault !== null && <p role="alert">{fault}</p>}
      </form>
    </Stage>
  );
}

type Next = 'run' | 'page';

function useBegin(design: Micromastery, parkedId: string | null) {
  const queries = useQueryClient();
  const { places, limits } = usePlaces();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  function begin(payoff: PayoffDraft, next: Next) {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    const now = new Date();
    const freed = parkedId === null ? undefined : places.get(parkedId);
    const place = freed ?? placeForNew(places, limits);
    const beginning = beginPractice({
      design,
      needId: needInHand(design.id),
      payoff,
      now,
      place,
    });
    const parking = parkedId === null ? [] : [placingWrite(parkedId, 'parked', now)];
    record([...parking, ...beginning.writes]).then(
      () => {
        showBegun(queries, beginning.practiceId, design);
        const then = next === 'run' ? '/run' : place === 'parked' ? '?parked=1' : '';
        void goTo(`/practices/${beginning.practiceId}${then}`);
      },
      (error: unknown) => {
        setBusy(false);
        setFault(error instanceof Error ? error.message : String(error));
      },
    );
  }
  return { begin, isBusy, fault };
}
