const SHAPES = {
  bench: <path d="M3 9h18M5 9v11M19 9v11M8 9V5h8v4" />,
  find: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5 21 21" />
    </>
  ),
  map: (
    <>
      <circle cx="8.5" cy="9" r="5.5" />
      <circle cx="15.5" cy="9" r="5.5" />
      <circle cx="12" cy="15" r="5.5" />
    </>
  ),
  watch: (
    <>
      <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  pieces: <path d="M6 3.5h12l-1.6 17H7.6zM6.7 11h10.6" />,
} as const;

export type RoomIconName = keyof typeof SHAPES;

export function RoomIcon({ name }: { readonly name: RoomIconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {SHAPES[name]}
    </svg>
  );
}
