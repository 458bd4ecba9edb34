import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Me } from '../../platform/people/contract.ts';
import { ApiRefusal, sendJson } from '../api/api-client.ts';
import { meQuery } from '../api/queries.ts';
import { startAsSignedIn } from '../offline/queue.ts';
import { Button } from '../parts/Button.tsx';
import { PageFrame } from '../parts/PageFrame.tsx';
import { Stage } from '../parts/Stage.tsx';
import { TextField } from '../parts/TextField.tsx';
import { ErasedNotice } from './ErasedNotice.tsx';
import { ScreenHeading } from './ScreenHeading.tsx';
import styles from './SignInScreen.module.css';
import { useAddressWord } from './use-address.ts';

/** Nobody is signed in here: the link of the machine that runs it, or a key. */
export function SignInScreen() {
  const hasOldLink = useAddressWord('link') === 'ended';
  const isErased = useAddressWord('erased') !== null;
  return (
    <PageFrame rooms={[]} currentHref={null}>
      <Stage aria-labelledby="sign-in" className={styles.stage}>
        <ScreenHeading title="Sign in" id="sign-in">
          Come in
        </ScreenHeading>
        {isErased && <ErasedNotice />}
        {hasOldLink && (
          <p role="status" className={styles.ended}>
            This link has ended: Bottega prints a new one each time it starts.
          </p>
        )}
        <div className={styles.ways}>
          <section>
            <h2>On the machine that runs Bottega</h2>
            <p className="muted">
              Open the link that Bottega printed at its start. It signs this browser in, and it stays signed
              in.
            </p>
          </section>
          <section>
            <h2>Anywhere else</h2>
            <KeyForm />
          </section>
        </div>
      </Stage>
    </PageFrame>
  );
}

function KeyForm() {
  const queries = useQueryClient();
  const [key, setKey] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function signIn(event: FormEvent) {
    event.preventDefault();
    if (key.trim() === '') return setFault('Paste the key first.');
    setBusy(true);
    setFault(null);
    try {
      const me = await sendJson<Me>('POST', '/api/sign-in', { key: key.trim() });
      startAsSignedIn(me.spaceId);
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      await queries.invalidateQueries();
    } catch (error) {
      setFault(
        error instanceof ApiRefusal
          ? error.problem.title
          : 'Could not reach home. The key was not used: try again.',
      );
      setBusy(false);
    }
  }

  return (
    <form onSubmit={signIn} noValidate>
      <TextField
        label="Key"
        hint={
          <>
            Whoever runs Bottega makes one with <code>bottega key</code>. It begins with btg_.
          </>
        }
        text={key}
        onText={setKey}
        error={fault}
        type="password"
        autoComplete="current-password"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
      />
      <p className={styles.go}>
        <Button kind="hot" submit busy={isBusy} busyText="Signing in">
          Sign in
        </Button>
      </p>
    </form>
  );
}
