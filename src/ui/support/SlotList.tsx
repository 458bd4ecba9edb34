import { useRef, useState } from 'react';
import { sentenceCase } from '../../engine/sentence-case.ts';
import { SLOT_NAMES, SLOTS } from '../../engine/support/slots.ts';
import type { SupportSlot } from '../../features/support/contract.ts';
import type { HeldWrite } from '../offline/use-held-write.ts';
import { Button } from '../parts/Button.tsx';
import { RuledList } from '../parts/RuledList.tsx';
import { type DesignSupport, designWords } from './design-slots.ts';
import { SlotRow } from './SlotRow.tsx';
import styles from './Support.module.css';
import { type SlotStatus, slotWrite } from './support-writes.ts';

const SAID: Readonly<Record<SlotStatus, string>> = {
  'in-place': 'in place',
  missing: 'missing',
  'not-needed': 'not needed',
};

type SlotListProps = {
  readonly practiceId: string;
  readonly design: DesignSupport;
  readonly slots: readonly SupportSlot[];
  readonly held: HeldWrite;
};

/** The slots in a line each. Those of which nothing was said are one line, which opens; they begin with the design’s own words. */
export function SlotList({ practiceId, design, slots, held }: SlotListProps) {
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const said = new Map(slots.map((slot) => [slot.slot, slot]));
  const unsaid = SLOTS.filter((name) => !said.has(name));
  const shown = isWhole ? SLOTS : SLOTS.filter((name) => said.has(name));
  const unsaidNames = unsaid.map((name) => SLOT_NAMES[name].toLowerCase()).join(', ');
  return (
    <div ref={list} className={styles.slots}>
      {shown.length > 0 && (
        <RuledList label="Six slots" className={styles['slot-list']}>
          {shown.map((name) => {
            const slot = said.get(name);
            const text = slot === undefined ? designWords(design, name) : slot.text;
            const put = (status: SlotStatus, words: string | null) =>
              held.hold(
                slotWrite({ practiceId, slot: name, status, text: words }, new Date()),
                `${SLOT_NAMES[name]}: ${SAID[status]}.`,
              );
            return (
              <SlotRow
                key={name}
                name={name}
                status={slot?.status ?? null}
                text={text}
                onStatus={(status) => put(status, text)}
                onText={put}
              />
            );
          })}
        </RuledList>
      )}
      {!isWhole && unsaid.length > 0 && (
        <Button
          kind="text"
          className={styles.unsaid}
          onClick={() => {
            setWhole(true);
            // The button goes, and the keyboard goes on with what it opened.
            requestAnimationFrame(() =>
              list.current?.querySelector<HTMLElement>('[data-unsaid] button')?.focus(),
            );
          }}
        >
          {sentenceCase(unsaidNames)}: not said yet
        </Button>
      )}
    </div>
  );
}
