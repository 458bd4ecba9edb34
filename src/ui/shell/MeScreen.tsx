import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../api/queries.ts';
import { useSync } from '../offline/use-sync.ts';
import { Button } from '../parts/Button.tsx';
import { buttonClasses } from '../parts/button-classes.ts';
import { KeysChoice } from '../parts/KeysChoice.tsx';
import { Note } from '../parts/Note.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { ThemeChoice } from '../parts/ThemeChoice.tsx';
import { keptWords, lossWords } from './kept-words.ts';
import styles from './MeScreen.module.css';
import { ChooseArchive } from './mine/ChooseArchive.tsx';
import { EraseEverything } from './mine/EraseEverything.tsx';
import { MeSettings } from './mine/MeSettings.tsx';
import { OwnDesigns } from './mine/OwnDesigns.tsx';
import { OwnNumbers } from './mine/OwnNumbers.tsx';
import { ReadFault } from './ReadFault.tsx';
import { SampleLink } from './SampleLink.tsx';
import { ScreenHeading } from './ScreenHeading.tsx';
import { signOut } from './sign-out.ts';

/** One's own page: what one has set, this device, one's records, who sees them, and the way out with all of it. */
export default function MeScreen() {
  const { data: me, error, refetch } = useQuery(meQuery);
  return (
    <>
      <ScreenHeading title="Your own page">{me?.name ?? 'Your own page'}</ScreenHeading>
      {me === undefined && error !== null && <ReadFault error={error} what="Your page" retry={refetch} />}
      <div className={`grid ${styles.me}`}>
        <div>
          <section aria-labelledby="seen">
            <h2 id="seen">Who sees what</h2>
            <p>
              Only you see your needs, practices, takes and notes. Nobody else does unless you share them.
            </p>
            <p>
              <PageLink href="/who-sees-what">
                Who sees what, what is kept where, and who is signed in as you
              </PageLink>
            </p>
          </section>
          <section aria-labelledby="settings">
            <h2 id="settings">As you want it</h2>
            <MeSettings />
          </section>
        </div>
        <div>
          <section aria-labelledby="device">
            <h2 id="device">This device</h2>
            <Kept />
            <div className={styles.choices}>
              <ThemeChoice />
              <KeysChoice />
            </div>
            {!window.isSecureContext && <NotSecure />}
          </section>
          <OwnDesigns />
          <section aria-labelledby="records">
            <h2 id="records">Your records</h2>
            <Recorded />
            <TakeAway />
            {me?.isSample === false && <ChooseArchive />}
            <p>
              <PageLink href="/import">Bring in records of practice</PageLink> from a CSV file, such as one
              from another program.
            </p>
          </section>
          {me !== undefined && !me.isSample && (
            <section aria-labelledby="sample">
              <h2 id="sample">A sample</h2>
              <p>
                Six made-up months of practice to look around in, in a space apart: nothing in it is yours,
                and nothing that you do there reaches yours.
              </p>
              <SampleLink />
            </section>
          )}
          <section aria-labelledby="leave">
            <h2 id="leave">Leave this browser</h2>
            <SignOut />
          </section>
          {me !== undefined && !me.isSample && (
            <section aria-labelledby="erase">
              <h2 id="erase">Erase</h2>
              <EraseEverything name={me.name} />
            </section>
          )}
        </div>
      </div>
    </>
  );
}

function Kept() {
  const sync = useSync();
  return (
    <div className="row">
      <p>{keptWords(sync)}</p>
      {sync.waiting > 0 && <Button onClick={sync.tryNow}>Try now</Button>}
    </div>
  );
}

function Recorded() {
  return (
    <>
      <OwnNumbers />
      <p>
        <PageLink href="/notebook">Your lab notebook</PageLink>: what you tried out, what you expected, and
        what came of it.
      </p>
    </>
  );
}

/** Not a page of ours: the browser asks home for the file, and keeps it. */
function TakeAway() {
  const { onDevice, inPageOnly } = useSync();
  return (
    <>
      <p>
        <a href="/api/export" download className={buttonClasses('plain', 'normal')}>
          Take everything with you
        </a>
      </p>
      <p>
        It comes as one archive, a ZIP file: pages to read, tables, and all of it exactly, for any Bottega to
        take in again. Home writes it, so this needs the network.
        {onDevice + inPageOnly > 0 && ' What is not yet at home is not in it.'}
      </p>
    </>
  );
}

/** Browsers keep pages for offline use, and give the microphone, only over TLS. */
function NotSecure() {
  return (
    <Note className={styles.insecure}>
      <h3>Without the network, this address opens nothing</h3>
      <p>
        This page came over plain HTTP from another machine, and browsers then keep no page for offline use
        and allow no recording. What you record while the page is open is still kept until it is sent.
      </p>
      <p>
        Whoever runs Bottega can change that with HTTPS in front of it, such as Caddy with the line{' '}
        <code>reverse_proxy 127.0.0.1:4680</code> under its own name.
      </p>
    </Note>
  );
}

function SignOut() {
  const { onDevice, inPageOnly } = useSync();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isWarned, setWarned] = useState(false);
  const warning = isWarned && inPageOnly > 0;

  async function leave() {
    if (inPageOnly > 0 && !warning) return setWarned(true);
    setBusy(true);
    setFault(null);
    try {
      await signOut();
    } catch {
      setFault('Could not reach home, so you are still signed in. Try again when you are online.');
      setBusy(false);
    }
  }

  return (
    <div className="stack">
      <p>
        To come back you need the link that Bottega prints at its start, or a key.
        {onDevice > 0 && ' What is not yet at home waits on this device until you sign in again.'}
      </p>
      <p>
        <Button onClick={leave} busy={isBusy} busyText="Signing out">
          {warning ? 'Sign out all the same' : 'Sign out'}
        </Button>
      </p>
      {warning && <p role="alert">{lossWords(inPageOnly)}</p>}
      {fault !== null && <p role="alert">{fault}</p>}
    </div>
  );
}
