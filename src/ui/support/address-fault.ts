const OPENS = /^(?:https?:\/\/|mailto:|tel:|geo:)[^\s]+$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LOCAL = /^(?:[a-z]:[\\/]|[\\/~]|\.{1,2}[\\/]|file:)/i;
const BARE_HOST = /^[^\s/:@]+\.[a-z]{2,}(?:[/?#]\S*)?$/i;
const LONGEST = 2000;

/** As it is kept: a telephone’s keyboard begins with a capital letter, and an address has none there. */
export function addressOf(text: string): string {
  return text.trim().replace(SCHEME, (scheme) => scheme.toLowerCase());
}

/** Why this cannot be opened at the start of a session, and what to do; null where it can. By the contract’s rules. */
export function addressFault(text: string): string | null {
  const address = addressOf(text);
  if (address === '') return 'Write where it is, such as https://example.org.';
  if (address.length > LONGEST)
    return `It is longer than ${LONGEST} letters. Look for a shorter address of it.`;
  if (LOCAL.test(address))
    return 'That is a place on this one device, which no other could open. Give an address that begins with https://.';
  if (OPENS.test(address) && !address.includes('\0') && address.isWellFormed()) return null;
  if (/\s/.test(address)) return 'An address has no spaces. Copy it whole from where it is open.';
  if (BARE_HOST.test(address)) return `Write https:// in front of it: https://${address}`;
  return 'Give an address that begins with https://, mailto: or tel:.';
}
