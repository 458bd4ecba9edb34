import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnKey } from '../../../platform/people/contract.ts';
import { ApiRefusal, sendJson } from '../../api/api-client.ts';
import { formatDate } from '../../format-day.ts';
import { Button } from '../../parts/Button.tsx';
import { Chip } from '../../parts/Chip.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { RuledList } from '../../parts/RuledList.tsx';
import { browserWords } from './browser-words.ts';
import { keysQuery } from './mine-queries.ts';
import styles from './WhoSeesWhat.module.css';

/** What lets somebody in as this person, each with one press to end it. */
export function OwnKeyList() {
  const queries = useQueryClient();
  const { data, error } = useQuery(keysQuery);
  const [busyId, setBusyId] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  async function end(id: string) {
    setBusyId(id);
    setFault(null);
    try {
      await sendJson('POST', `/api/keys/${id}/end`, {});
    } catch (refused) {
      setFault(
        refused instanceof ApiRefusal
          ? refused.problem.title
          : 'Could not reach home, so nothing was ended. Try again when you are online.',
      );
    }
    await queries.invalidateQueries(keysQuery);
    setBusyId(null);
  }

  if (data === undefined)
    return error === null ? (
      <Loading what="Asking home for your keys" lines={3} />
    ) : (
      <p>Home could not be asked who is signed in as you just now.</p>
    );
  return (
    <>
      <RuledList label="Browsers and keys">
        {data.keys.map((key) => (
          <li key={key.id} className={styles.key}>
            <div>
              <p>
                <b>{nameOf(key)}</b> {key.isThis && <Chip>This browser</Chip>}
              </p>
              <p className="cap">
                {key.kind === 'script' ? 'A key, made' : 'Signed in'} on {formatDate(Date.parse(key.madeAt))}
              </p>
            </div>
            {!key.isThis && (
              <Button busy={busyId === key.id} busyText="Ending" onClick={() => end(key.id)}>
                End <span className="vh">{nameOf(key)}</span>
              </Button>
            )}
          </li>
        ))}
      </RuledList>
      {fault !== null && <p role="alert">{fault}</p>}
    </>
  );
}

const nameOf = ({ kind, label }: OwnKey) => (kind === 'script' ? label : browserWords(label));
