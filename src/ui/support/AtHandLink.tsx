import type { AtHand } from '../../features/support/contract.ts';
import { addressFault } from './address-fault.ts';
import styles from './Support.module.css';

/** Opens beside the session, which goes on. What no page may open is named and leads nowhere, whoever wrote it. */
export function AtHandLink({ thing }: { readonly thing: Pick<AtHand, 'label' | 'address'> }) {
  const { label, address } = thing;
  if (address === null || addressFault(address) !== null) return <span dir="auto">{label}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" className={styles.link} dir="auto">
      {label}
      <span className="vh">, opens in a new tab</span>
    </a>
  );
}
