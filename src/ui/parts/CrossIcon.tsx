import { LineIcon } from './LineIcon.tsx';

/** Closes or stops what it stands on; the control around it says which. */
export function CrossIcon() {
  return (
    <LineIcon size={24}>
      <path d="M5 5l14 14M19 5 5 19" />
    </LineIcon>
  );
}
