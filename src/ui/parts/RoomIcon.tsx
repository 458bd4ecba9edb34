import { LineIcon } from './LineIcon.tsx';

const SHAPES = {
  bench: <path d="M3 9h18M5 9v11M19 9v11M8 9V5h8v4" />,
  find: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5 21 21" />
    </>
  ),
} as const;

export type RoomIconName = keyof typeof SHAPES;

export function RoomIcon({ name }: { readonly name: RoomIconName }) {
  return <LineIcon size={24}>{SHAPES[name]}</LineIcon>;
}
