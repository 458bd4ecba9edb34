import { type ReactNode, useRef } from 'react';
import { Button } from '../parts/Button.tsx';

type FileButtonProps = {
  /** Types, parted by commas. */
  readonly accept: string;
  /** Opens the camera where there is one. */
  readonly isCamera?: boolean;
  readonly busy?: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
};

/** Looks and is reached like every other button, and opens the system's own choice of files. */
export function FileButton({ accept, isCamera = false, busy = false, onFile, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file chosen again is a choice as well.
          currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
