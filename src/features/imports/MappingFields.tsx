import type { ReactNode } from 'react';
import { Field } from '../../ui/parts/Field.tsx';
import { chooseColumns } from './column-choice.ts';
import type { DateOrder, ImportPreview, MappingSoFar } from './contract.ts';
import styles from './ImportScreen.module.css';
import type { ImportChoice } from './use-import.ts';

const NONE = '';
const CONDITIONS_AT_MOST = 12;

type MappingFieldsProps = {
  readonly choice: ImportChoice;
  readonly preview: ImportPreview;
  readonly onChange: (part: { mapping: MappingSoFar }) => void;
};

/** Which column is what: as home guessed it, until it is said otherwise. */
export function MappingFields({ choice, preview, onChange }: MappingFieldsProps) {
  const mapping = { ...preview.mapping, ...choice.mapping };
  const names = preview.columns.map((column) => column.name);
  const set = (part: MappingSoFar) => onChange({ mapping: chooseColumns(choice.mapping, part) });
  const taken = [mapping.valueColumn, mapping.timeColumn, mapping.timeOfDayColumn, mapping.noteColumn];
  const free = names.filter((name) => !taken.includes(name));
  return (
    <section className={styles.part} aria-labelledby="columns">
      <h2 id="columns">Which column is what</h2>
      {preview.notes.map((note) => (
        <p key={note} className="small muted">
          {note}
        </p>
      ))}
      <div className={styles.pairs}>
        <ColumnField
          label="Value of the take"
          value={mapping.valueColumn}
          names={names}
          onChoose={(valueColumn) => valueColumn !== NONE && set({ valueColumn })}
        />
        <ColumnField
          label="When it began"
          value={mapping.timeColumn}
          names={names}
          onChoose={(timeColumn) => timeColumn !== NONE && set({ timeColumn })}
        />
        <ColumnField
          label="Time of day"
          noneWords="In the same column"
          value={mapping.timeOfDayColumn}
          names={names}
          onChoose={(name) => set({ timeOfDayColumn: name === NONE ? null : name })}
        />
        <ColumnField
          label="Note"
          noneWords="None"
          value={mapping.noteColumn}
          names={names}
          onChoose={(name) => set({ noteColumn: name === NONE ? null : name })}
        />
        <TimeZoneField zone={mapping.timeZone ?? 'UTC'} onChoose={(timeZone) => set({ timeZone })} />
        <DateOrderField
          order={mapping.dateOrder ?? null}
          isOpen={preview.isDateOrderOpen}
          onChoose={(dateOrder) => set({ dateOrder })}
        />
        <Check isChecked={mapping.timesAreUtc ?? false} onCheck={(timesAreUtc) => set({ timesAreUtc })}>
          Times are UTC, wherever you were
        </Check>
      </div>
      {free.length > 0 && (
        <ConditionChecks
          names={free}
          preview={preview}
          chosen={mapping.conditionColumns ?? []}
          onChoose={(conditionColumns) => set({ conditionColumns })}
        />
      )}
    </section>
  );
}

type ConditionChecksProps = {
  readonly names: readonly string[];
  readonly preview: ImportPreview;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: string[]) => void;
};

/** Every column that is nothing else yet: those that look like a condition are ticked, the others only offered. */
function ConditionChecks({ names, preview, chosen, onChoose }: ConditionChecksProps) {
  return (
    <fieldset className={styles.checks}>
      <legend>What was varied, kept with each take</legend>
      {names.map((name) => (
        <Check
          key={name}
          isChecked={chosen.includes(name)}
          onCheck={(isChosen) =>
            onChoose(
              isChosen
                ? [...chosen, name].slice(0, CONDITIONS_AT_MOST)
                : chosen.filter((one) => one !== name),
            )
          }
        >
          {name} <span className="cap">{samplesOf(preview, name)}</span>
        </Check>
      ))}
    </fieldset>
  );
}

function samplesOf(preview: ImportPreview, name: string): string {
  const samples = preview.columns.find((column) => column.name === name)?.samples ?? [];
  return samples.slice(0, 3).join(', ');
}

type ColumnFieldProps = {
  readonly label: string;
  readonly value: string | null | undefined;
  readonly names: readonly string[];
  /** Of a column that may be left out. */
  readonly noneWords?: string;
  readonly onChoose: (name: string) => void;
};

function ColumnField({ label, value, names, noneWords, onChoose }: ColumnFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value ?? NONE} onChange={(event) => onChoose(event.currentTarget.value)}>
          {(noneWords !== undefined || value == null) && (
            <option value={NONE}>{noneWords ?? 'Choose a column'}</option>
          )}
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function TimeZoneField(props: { readonly zone: string; readonly onChoose: (zone: string) => void }) {
  const zones = [...new Set([props.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Field label="Time zone you were in" hint="Decides the day of a take">
      {(control) => (
        <select
          {...control}
          value={props.zone}
          onChange={(event) => props.onChoose(event.currentTarget.value)}
        >
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const DATE_ORDERS: readonly { value: DateOrder; label: string }[] = [
  { value: 'year-first', label: '2026-02-01, the year first' },
  { value: 'day-first', label: '01/02/2026 is 1 February' },
  { value: 'month-first', label: '01/02/2026 is 2 January' },
];

function DateOrderField(props: {
  readonly order: DateOrder | null;
  readonly isOpen: boolean;
  readonly onChoose: (order: DateOrder | null) => void;
}) {
  return (
    <Field
      label="How dates are written"
      error={
        props.isOpen ? 'The dates can be read two ways, and no row decides it. Say which way it is.' : null
      }
    >
      {(control) => (
        <select
          {...control}
          value={props.order ?? NONE}
          onChange={(event) => {
            const chosen = DATE_ORDERS.find((one) => one.value === event.currentTarget.value);
            props.onChoose(chosen?.value ?? null);
          }}
        >
          <option value={NONE}>As the file shows</option>
          {DATE_ORDERS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type CheckProps = {
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
  readonly children: ReactNode;
};

function Check({ isChecked, onCheck, children }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isChecked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
