import { countWords } from '../../engine/picture/count-words.ts';
import { choicesFor } from '../offline/conflict-choices.ts';
import { factOf } from '../offline/fact.ts';
import type { PendingWrite } from '../offline/pending-write.ts';
import { isInPageOnly } from '../offline/queue.ts';
import type { Sync } from '../offline/use-sync.ts';
import { Button } from '../parts/Button.tsx';
import { factWords, versionWords } from './fact-words.ts';
import styles from './SyncNoticeList.module.css';

/** Each says what happened, what is safe, and what can be pressed. */
export function SyncNoticeList({ sync }: { readonly sync: Sync }) {
  return (
    <div className={styles.notices} data-print="hide">
      {sync.inPageOnly > 0 && <NotKeeping sync={sync} />}
      {sync.inPageOnly === 0 && sync.state === 'offline' && sync.kept > 0 && <Away sync={sync} />}
      {sync.conflicts.map((write) => (
        <TwoVersions key={write.place} write={write} sync={sync} />
      ))}
      {sync.refused.map((write) => (
        <Refused key={write.place} write={write} sync={sync} />
      ))}
      {sync.keptForOthers > 0 && <p className="cap">{othersWords(sync.keptForOthers)}</p>}
    </div>
  );
}

function Away({ sync }: { readonly sync: Sync }) {
  const takes = sync.kept === 1 ? 'Your take is' : `Your ${countWords(sync.kept)} takes are`;
  return (
    <section className={styles.notice}>
      <h2>Could not reach home</h2>
      <p>{takes} safe on this device. Bottega will send them when it can.</p>
      <div className="row">
        <Button onClick={sync.tryNow}>Try now</Button>
      </div>
    </section>
  );
}

const CHOICE_WORDS = { mine: 'Keep this device’s', home: 'Keep home’s', both: 'Keep both' } as const;

function TwoVersions({ write, sync }: { readonly write: PendingWrite; readonly sync: Sync }) {
  return (
    <section className={styles.notice} role="alert">
      <h2>Two versions of one {factWords(write)}</h2>
      <p>It was written on this device, and otherwise on another. Nothing was thrown away.</p>
      <dl className={styles.versions}>
        <dt>On this device</dt>
        <dd>{versionWords(write.path, write.body)}</dd>
        <dt>At home</dt>
        <dd>{versionWords(write.path, write.problem?.stored)}</dd>
      </dl>
      <div className="row">
        {choicesFor(write).map((choice) => (
          <Button key={choice} onClick={() => sync.settle(write, choice)}>
            {CHOICE_WORDS[choice]}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Refused({ write, sync }: { readonly write: PendingWrite; readonly sync: Sync }) {
  const reasons = write.problem?.errors.map((error) => error.message) ?? [];
  const what = factWords(write);
  return (
    <section className={styles.notice} role="alert">
      <h2>Home could not take a {what}</h2>
      <p>
        {write.problem?.title} {reasons.length > 0 && `It ${reasons.join(', and ')}.`} It is still{' '}
        {isInPageOnly(write) ? 'in this page' : 'on this device'}: {versionWords(write.path, write.body)}
      </p>
      <div className="row">
        <Button onClick={() => sync.answerRefusal(write, 'again')}>Try again</Button>
        <Button onClick={() => sync.answerRefusal(write, 'discard')}>
          Let this {factOf(write)?.kind === 'attempt' ? 'take' : what} go
        </Button>
      </div>
    </section>
  );
}

function NotKeeping({ sync }: { readonly sync: Sync }) {
  return (
    <section className={styles.notice} role="alert">
      <h2>This browser keeps nothing</h2>
      <p>
        What you record is in this page only until home has it: leave the page open. A private window or a
        full disk does this.
      </p>
      {sync.state === 'offline' && (
        <div className="row">
          <Button onClick={sync.tryNow}>Try now</Button>
        </div>
      )}
    </section>
  );
}

function othersWords(count: number): string {
  const what = count === 1 ? 'One entry of somebody else is' : `${count} entries of somebody else are`;
  return `${what} kept on this device, and sent when they sign in.`;
}
