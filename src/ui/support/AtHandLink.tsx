import type { AtHand } from '../../features/support/contract.ts';
import { AtHandFile } from './AtHandFile.tsx';
import { addressFault } from './address-fault.ts';
import styles from './Support.module.css';

type AtHandLinkProps = { readonly thing: Pick<AtHand, 'label' | 'address' | 'mediaSha256'> };

/** Opens beside the session, which goes on. What no page may open is named and leads nowhere, whoever wrote it. */
export function AtHandLink({ thing }: AtHandLinkProps) {
  const { label, address, mediaSha256 } = thing;
  if (mediaSha256 !== null) return <AtHandFile label={label} sha256={mediaSha256} />;
  if (address === null || addressFault(address) !== null) return <span dir="auto">{label}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" className={styles.link} dir="auto">
      {label}
      <span className="vh">, opens in a new tab</span>
    </a>
  );
}
