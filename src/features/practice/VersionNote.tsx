import { useState } from 'react';
import { newId } from '../../ui/offline/device.ts';
import { record } from '../../ui/offline/record.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Note } from '../../ui/parts/Note.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import type { FollowingBody } from './choice-contract.ts';
import type { PracticeCard } from './contract.ts';
import styles from './PracticeHead.module.css';

/** There is a newer version than the one that is followed: the learner decides, and takes stay as they were made. */
export function VersionNote({ card }: { readonly card: PracticeCard }) {
  const [isBusy, setBusy] = useState(false);
  const { id, micromasteryId, micromasteryVersion: followed, newestVersion: newest } = card;

  function follow() {
    setBusy(true);
    const body: FollowingBody = {
      practiceId: id,
      micromasteryId,
      micromasteryVersion: newest,
      followedAt: new Date().toISOString(),
    };
    record([{ path: `/api/followings/${newId()}`, body }]).then(
      () => setBusy(false),
      () => setBusy(false),
    );
  }

  return (
    <Note className={styles.version}>
      <p>
        You follow version {followed}. Version {newest} is there:{' '}
        <PageLink href={`/micromasteries/${micromasteryId}/versions?from=${followed}&to=${newest}`}>
          see what changed
        </PageLink>
        .
      </p>
      <Button busy={isBusy} onClick={follow}>
        Follow version {newest}
      </Button>
    </Note>
  );
}
