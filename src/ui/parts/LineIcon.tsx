import type { ReactNode } from 'react';

/** A drawing of lines on a field of 24 by 24, as large as the text around it says; words beside it say what it means. */
export function LineIcon({ size, children }: { readonly size?: number; readonly children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
