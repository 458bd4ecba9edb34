import { Fragment } from 'react';
import { needInHand } from '../../ui/micromastery/need-in-hand.ts';
import { NOTHING_IN_PLACE, sixTexts } from '../../ui/micromastery/six-texts.ts';
import { useTrickHeldBack } from '../../ui/micromastery/use-trick-held-back.ts';
import { ActionBar } from '../../ui/parts/ActionBar.tsx';
import { ButtonLink } from '../../ui/parts/ButtonLink.tsx';
import { Murrina } from '../../ui/parts/Murrina.tsx';
import { PageLink } from '../../ui/parts/PageLink.tsx';
import { SixFigure } from '../../ui/parts/SixFigure.tsx';
import { Stage } from '../../ui/parts/Stage.tsx';
import { StandingBadges } from '../../ui/retention/StandingBadges.tsx';
import { ScreenHeading } from '../../ui/shell/ScreenHeading.tsx';
import type { PracticeCard } from '../practice/contract.ts';
import type { Micromastery } from './contract.ts';
import { ElementSections, RubPatSection } from './ElementSections.tsx';
import styles from './MicromasteryRecord.module.css';
import { Provenance } from './Provenance.tsx';
import { WayIn } from './WayIn.tsx';

type MicromasteryRecordProps = {
  readonly design: Micromastery;
  readonly practice: PracticeCard | undefined;
};

export function MicromasteryRecord({ design, practice }: MicromasteryRecordProps) {
  const hasTried = (practice?.attempts ?? 0) > 0;
  const isTrickHidden = useTrickHeldBack({ micromasteryId: design.id, trick: design.entryTrick, hasTried });
  return (
    <>
      <div className={styles.head}>
        <div>
          <p className={`cap ${styles.field}`}>
            <Murrina form="apprentice" sizePixels={22} />
            <span>
              {design.fields.map((field, index) => (
                <Fragment key={field}>
                  {index > 0 && ', '}
                  <PageLink href={`/fields/${encodeURIComponent(field)}`}>{field}</PageLink>
                </Fragment>
              ))}
            </span>
          </p>
          <ScreenHeading title={design.title}>{design.title}</ScreenHeading>
        </div>
        <Actions design={design} practice={practice} />
      </div>
      <div className={`grid ${styles.top}`}>
        <div className={styles.figure}>
          <Stage aria-label="Six elements" className={styles.stage}>
            <SixFigure
              elements={sixTexts({ design, fills: NOTHING_IN_PLACE, payoff: null, isTrickHidden })}
              live={null}
              centre={null}
              leaning={design.rubPat === null ? [] : [[5, 2]]}
            >
              <p>
                {design.rubPat !== null && (
                  <>
                    <b>How they lean on each other.</b> {design.rubPat.together}{' '}
                  </>
                )}
                On your own page a petal fills as that element comes into place, in any order.
              </p>
            </SixFigure>
          </Stage>
          <RubPatSection rubPat={design.rubPat} />
        </div>
        <WayIn design={design} hasTried={hasTried} />
      </div>
      <ElementSections design={design} />
      <Provenance design={design} />
    </>
  );
}

function Actions({ design, practice }: MicromasteryRecordProps) {
  return (
    <div className={styles.actions}>
      <ActionBar>
        {practice === undefined ? (
          <ButtonLink kind="hot" href={`/micromasteries/${design.id}/practise`}>
            Practise this
          </ButtonLink>
        ) : (
          <ButtonLink kind="hot" href={`/practices/${practice.id}`}>
            Go to your practice
          </ButtonLink>
        )}
        <ButtonLink href={design.isOwn ? `/canvas/${design.id}` : forkHref(design.id)}>
          {design.isOwn ? 'Design it anew' : 'Make it your own'}
        </ButtonLink>
        {practice === undefined && (
          <ButtonLink href={`/micromasteries/${design.id}/card`} aria-label="Print the way in as a card">
            Print
          </ButtonLink>
        )}
      </ActionBar>
      {practice !== undefined && (
        <>
          <p className="small muted">On your bench already.</p>
          <StandingBadges card={practice} now={Date.now()} />
        </>
      )}
    </div>
  );
}

/** What it was found for goes with the fork. */
function forkHref(micromasteryId: string): string {
  const needId = needInHand(micromasteryId);
  return `/canvas/new?from=${micromasteryId}${needId === null ? '' : `&needId=${needId}`}`;
}
