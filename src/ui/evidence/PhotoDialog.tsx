import { useEffect, useId, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { acceptOf, type ChosenPhoto, keepChosen, takePhoto, withoutPlace } from './choose-file.ts';
import { FileButton } from './FileButton.tsx';
import type { KeptMedia, MediaAbout } from './kept-media.ts';
import { MediaView } from './MediaView.tsx';

type PhotoDialogProps = {
  readonly isOpen: boolean;
  readonly about: MediaAbout;
  /** Also after it was kept. */
  readonly onClose: () => void;
  readonly onKept?: (media: KeptMedia) => void;
};

/** Takes or chooses a photo, and says before it is kept what else it may tell. */
export function PhotoDialog({ isOpen, about, onClose, onKept }: PhotoDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Add a photo">
      {isOpen && (
        <PhotoBody
          about={about}
          onKept={(media) => {
            onKept?.(media);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

type PhotoBodyProps = { readonly about: MediaAbout; readonly onKept: (media: KeptMedia) => void };

function PhotoBody({ about, onKept }: PhotoBodyProps) {
  const [photo, setPhoto] = useState<ChosenPhoto | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (file: File) => {
    const taken = await takePhoto(file);
    setFault(typeof taken === 'string' ? taken : null);
    setPhoto(typeof taken === 'string' ? null : taken);
  };
  return (
    <div className="stack">
      {fault !== null && <p role="alert">{fault}</p>}
      {photo === null ? (
        <div className="row">
          <FileButton accept={acceptOf('photo')} isCamera onFile={(file) => void take(file)}>
            Take a photo
          </FileButton>
          <FileButton accept={acceptOf('photo')} onFile={(file) => void take(file)}>
            Choose one
          </FileButton>
        </div>
      ) : (
        <ChosenPhotoForm
          key={photo.name}
          photo={photo}
          about={about}
          onKept={onKept}
          onFault={setFault}
          onAnother={() => setPhoto(null)}
        />
      )}
    </div>
  );
}

const PLACE_WORDS = {
  told: 'This photo says where it was taken.',
  unknown: 'A photo may say where and when it was taken.',
  'not-told': 'This photo does not say where it was taken. It may say when, and with what.',
} as const;

type ChosenPhotoFormProps = PhotoBodyProps & {
  readonly photo: ChosenPhoto;
  readonly onFault: (fault: string | null) => void;
  readonly onAnother: () => void;
};

function ChosenPhotoForm({ photo, about, onKept, onFault, onAnother }: ChosenPhotoFormProps) {
  const [isLeftOut, setLeftOut] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const address = useAddressOf(photo.file);
  const boxId = useId();
  const keep = async () => {
    setBusy(true);
    const kept = await keepPhoto(photo, isLeftOut, about);
    setBusy(false);
    if (typeof kept === 'string') onFault(kept);
    else onKept(kept);
  };
  return (
    <>
      {address !== null && <MediaView kind="photo" address={address} name="The photo that was chosen" />}
      <p className="small">{PLACE_WORDS[photo.place]}</p>
      <p className="row">
        <input
          id={boxId}
          type="checkbox"
          checked={isLeftOut}
          onChange={({ currentTarget }) => setLeftOut(currentTarget.checked)}
        />
        <label htmlFor={boxId}>Keep the picture alone, without place and time</label>
      </p>
      <div className="row">
        <Button kind="hot" busy={isBusy} busyText="Keeping it" onClick={() => void keep()}>
          Keep
        </Button>
        <Button onClick={onAnother}>Another one</Button>
      </div>
    </>
  );
}

async function keepPhoto(
  photo: ChosenPhoto,
  isLeftOut: boolean,
  about: MediaAbout,
): Promise<KeptMedia | string> {
  try {
    const chosen = isLeftOut ? await withoutPlace(photo) : photo;
    return await keepChosen(chosen, { ...about, kind: 'photo' });
  } catch {
    return 'This browser could not draw the photo anew. Nothing was kept: keep it as it is, or choose another one.';
  }
}

/** For as long as it is shown. */
function useAddressOf(file: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
