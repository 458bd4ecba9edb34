import { AUDIENCES, KEPT_WHERE, NOT_BUILT, SIGHT_WORDS, WHO_SEES } from '../../platform/who-sees-contract.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { OwnKeyList } from './mine/OwnKeyList.tsx';
import styles from './mine/WhoSeesWhat.module.css';
import { ScreenHeading } from './ScreenHeading.tsx';

/** In one table: what is private, who could ever see it, where it lies, and who is signed in as oneself. */
export default function WhoSeesWhatScreen() {
  return (
    <div className={styles.page}>
      <ScreenHeading title="Who sees what">Who sees what</ScreenHeading>
      <section aria-labelledby="others">
        <h2 id="others">As others see it</h2>
        <p>Nobody sees anything of yours. Nothing is shared, and this version has no way to share yet.</p>
      </section>
      <section aria-labelledby="table">
        <h2 id="table">In one table</h2>
        <SeenTable />
        <SeenList />
        <p>{NOT_BUILT}</p>
      </section>
      <section aria-labelledby="kept">
        <h2 id="kept">What is kept where</h2>
        <dl className={styles.kept}>
          {KEPT_WHERE.map(({ where, what, who }) => (
            <div key={where}>
              <dt>{where}</dt>
              <dd>{what}</dd>
              <dd className="muted">{who}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="keys">
        <h2 id="keys">Who is signed in as you</h2>
        <p>
          Each browser and key below opens all that is yours. One that was ended does not come back: its
          browser has to sign in again.
        </p>
        <OwnKeyList />
      </section>
      <p className={styles.back}>
        <PageLink href="/me">Back to your own page</PageLink>
      </p>
    </div>
  );
}

function SeenTable() {
  return (
    <table className={styles.wide}>
      <thead>
        <tr>
          <th scope="col">What</th>
          {AUDIENCES.map(({ key, words }) => (
            <th key={key} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {WHO_SEES.map(({ what, sight }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            {AUDIENCES.map(({ key }) => (
              <td key={key} className={sight[key] === 'all' ? styles.all : styles.none}>
                {SIGHT_WORDS[sight[key]]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same, for a screen that is too narrow for it. */
function SeenList() {
  return (
    <RuledList className={styles.narrow}>
      {WHO_SEES.map(({ what, sight }) => (
        <li key={what}>
          <h3>{what}</h3>
          <dl>
            {AUDIENCES.map(({ key, words }) => (
              <div key={key}>
                <dt>{words}</dt>
                <dd>{SIGHT_WORDS[sight[key]]}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </RuledList>
  );
}
