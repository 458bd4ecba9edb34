import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';

type RuledListProps = {
  /** `<li>` elements. */
  readonly children: ReactNode;
  readonly isOrdered?: boolean;
  /** Where no heading stands above it. */
  readonly label?: string;
  readonly className?: string | undefined;
};

/** Items with a hairline between them, in the colour of the paper that they lie on. */
export function RuledList({ children, isOrdered = false, label, className }: RuledListProps) {
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <List aria-label={label} className={joinClasses('ruled', className)}>
      {children}
    </List>
  );
}
