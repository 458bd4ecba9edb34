import { saysDistress } from '../../engine/distress/distress-words.ts';
import { Note } from './Note.tsx';

/** Lists lines to call or write to in most countries. */
const HELPLINES = 'https://findahelpline.com';

/** Nothing, unless what was written says distress: then where help is. Read here and now; nobody is told. */
export function HelpInDistress({ texts }: { readonly texts: readonly string[] }) {
  return <div role="status">{texts.some(saysDistress) && <Help />}</div>;
}

export function Help() {
  return (
    <Note tone="cool" className="stack">
      <h2 className="h3">That sounds heavy</h2>
      <p>
        Practice can wait. If you might come to harm, call the emergency number where you are, now: 112 in
        most of Europe, 999, 911 or 000 elsewhere.
      </p>
      <p>
        To talk or write to somebody,{' '}
        <a href={HELPLINES} rel="noreferrer" target="_blank">
          findahelpline.com
        </a>{' '}
        lists lines in your country, most of them free and at any hour. Someone whom you trust is a good start
        too.
      </p>
      <p className="cap">
        Bottega noticed a few of your words on this device. It keeps no mark of it and tells nobody.
      </p>
    </Note>
  );
}
