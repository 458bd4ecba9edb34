const OPENS = /^(?:https?:\/\/|mailto:|tel:|geo:)[^\s]+$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LOCAL = /^(?:[a-z]:[\\/]|[\\/~]|\.{1,2}[\\/]|file:)/i;
const BARE_HOST = /^[^\s/:@]+\.[a-z]{2,}(?:[/?#]\S*)?$/i;
/** The name of a file looks like a host, and lies on one device. */
const FILE =
  /^[^/]+\.(?:pdf|txt|md|csv|docx?|xlsx?|pptx?|od[tsp]|pages|jpe?g|png|heic|mp[34]|m4a|mov|wav|html?|zip)$/i;
const LONGEST = 2000;

/**
 * As it is kept: a telephone’s keyboard begins with a capital letter, and an address has none there; who types a host
 * means the web.
 */
export function addressOf(text: string): string {
  const typed = text.trim();
  if (BARE_HOST.test(typed) && !FILE.test(typed)) return `https://${typed}`;
  return typed.replace(SCHEME, (scheme) => scheme.toLowerCase());
}

/** Why this cannot be opened at the start of a session, and what to do; null where it can. By the contract’s rules. */
export function addressFault(text: string): string | null {
  const address = addressOf(text);
  if (address === '') return 'Write where it is, such as https://example.org.';
  if (address.length > LONGEST)
    return `It is longer than ${LONGEST} letters. Look for a shorter address of it.`;
  if (LOCAL.test(address) || FILE.test(address))
    return 'That is a place on this one device, which no other could open. Give an address that begins with https://, or lay the file itself at hand.';
  if (OPENS.test(address) && !address.includes('\0') && address.isWellFormed()) return null;
  if (/\s/.test(address)) return 'An address has no spaces. Copy it whole from where it is open.';
  return 'Give an address that begins with https://, mailto: or tel:.';
}
