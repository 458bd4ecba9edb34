import styles from './Support.module.css';
import type { Aide } from './use-aides.ts';

/** As it was written: of a checklist one item a line. */
export function AideText({ aide: { form, text } }: { readonly aide: Pick<Aide, 'form' | 'text'> }) {
  if (form !== 'checklist')
    return (
      <p className={styles.aide} dir="auto">
        {text}
      </p>
    );
  return (
    <ul className={styles.aide} dir="auto">
      {itemsOf(text).map(({ key, item }) => (
        <li key={key}>{item}</li>
      ))}
    </ul>
  );
}

function itemsOf(text: string) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((item, place) => ({ key: `${place}/${item}`, item }));
}
