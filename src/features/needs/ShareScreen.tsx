import { type FormEvent, useState } from 'react';
import { keepCaught } from '../../ui/needs/catch-need.ts';
import { HORIZON_SEGMENTS } from '../../ui/needs/need-words.ts';
import { newId } from '../../ui/offline/device.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { Segmented } from '../../ui/parts/Segmented.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { TextArea } from '../../ui/parts/TextArea.tsx';
import { TextField } from '../../ui/parts/TextField.tsx';
import { goTo, passOn } from '../../ui/shell/navigation.ts';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import { useAddressWord } from '../../ui/shell/use-address.ts';
import { caughtNeed, fitting, NEED_LETTERS } from './caught-contract.ts';
import type { Need } from './contract.ts';
import styles from './ShareScreen.module.css';
import { readShare } from './shared-words.ts';
import { takeToFind } from './use-find-draft.ts';

type SaidOfShare = {
  readonly text: string;
  readonly context: string;
  readonly horizon: Need['horizon'];
};
type Kept = { readonly need: Need; readonly fault: string | null };

/** What another app of the phone passed on: shown as it came, and kept with one tap. Nothing is kept by itself. */
export default function ShareScreen() {
  const [kept, setKept] = useState<Kept | null>(null);
  return (
    <Stage aria-labelledby="share" className={styles.stage}>
      {kept === null ? <ShareForm onKept={setKept} /> : <Done {...kept} />}
    </Stage>
  );
}

/** What came, as the learner changes it, until it is kept. */
function useShared(onKept: (kept: Kept) => void) {
  const shared = {
    title: useAddressWord('title') ?? '',
    text: useAddressWord('text') ?? '',
    url: useAddressWord('url') ?? '',
  };
  const [came] = useState(() => readShare(shared));
  const [said, setSaid] = useState<SaidOfShare>({ text: came.text, context: came.context, horizon: 'now' });
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function keep(event: FormEvent) {
    event.preventDefault();
    const { horizon } = said;
    const [text, context] = [fitting(said.text), fitting(said.context) || null];
    if (text === '') return setError('Say it in a few words first.');
    setBusy(true);
    const body = caughtNeed({ text, horizon, context, raisedAt: new Date().toISOString() });
    const id = newId();
    const fault = await keepCaught(body, id);
    // What came stands in the address: loaded anew, it would be offered a second time.
    await goTo('/share', { instead: true });
    passOn();
    onKept({ need: { ...body, id, state: 'open', revisedAt: null, micromasteryIds: [] }, fault });
  }

  function change(part: Partial<SaidOfShare>) {
    setSaid({ ...said, ...part });
    setError(null);
  }
  return { came, said, change, error, isBusy, keep };
}

function ShareForm({ onKept }: { readonly onKept: (kept: Kept) => void }) {
  const { came, said, change, error, isBusy, keep } = useShared(onKept);
  return (
    <form onSubmit={keep} noValidate className={styles.form}>
      <ScreenHeading title="Keep as a need" id="share">
        Keep this as a need?
      </ScreenHeading>
      {came.left.length > 0 && <p>{came.left.join(' ')}</p>}
      <TextArea
        label="What do you need to be able to do?"
        hint={
          came.text === ''
            ? 'Nothing came with it. Say it in your words.'
            : 'As it came. Say it in your words, if you like.'
        }
        text={said.text}
        onText={(text) => change({ text })}
        error={error}
        maxLength={NEED_LETTERS}
        dir="auto"
        rows={1}
      />
      <Segmented
        legend="How far off is it?"
        segments={HORIZON_SEGMENTS}
        value={said.horizon}
        onChoose={(horizon) => change({ horizon })}
      />
      <TextField
        label="Where does it come up?"
        hint="The address that came, a place, people or an occasion"
        text={said.context}
        onText={(context) => change({ context })}
        maxLength={NEED_LETTERS}
        dir="auto"
        autoComplete="off"
      />
      <ActionBar>
        <Button kind="hot" submit busy={isBusy} busyText="Keeping">
          Keep this need
        </Button>
        <PageLink href="/needs">Leave it</PageLink>
      </ActionBar>
    </form>
  );
}

function Done({ need, fault }: Kept) {
  return (
    <div className={styles.form}>
      <ScreenHeading title="Kept" id="share">
        {fault === null ? 'Kept.' : 'In this page only'}
      </ScreenHeading>
      {fault !== null && <p>{fault}</p>}
      <p>
        <q dir="auto" className={styles.said}>
          {need.text}
        </q>
      </p>
      <div className="row">
        <ButtonLink href="/find" onClick={() => takeToFind(need)}>
          Find what would help
        </ButtonLink>
        <PageLink href="/needs">All your needs</PageLink>
      </div>
    </div>
  );
}
