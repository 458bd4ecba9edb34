import { useId, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { EraseForm } from './EraseForm.tsx';

/** The last part of one's own page. What it would take with it is said before the name is asked for. */
export function EraseEverything({ name }: { readonly name: string }) {
  const [isOpen, setOpen] = useState(false);
  const formId = useId();
  return (
    <>
      <p>
        Everything of yours at home can be deleted, for good: nobody can bring it back, nor can whoever runs
        this Bottega, except from a backup of before, and a backup that is restored is erased again.
      </p>
      <p>
        <Button aria-expanded={isOpen} aria-controls={formId} onClick={() => setOpen(!isOpen)}>
          Erase everything of yours
        </Button>
      </p>
      <div id={formId} hidden={!isOpen}>
        {isOpen && <EraseForm name={name} />}
      </div>
    </>
  );
}
