const PETAL = 'M0,-9C11,-13 15,-31 0,-40C-15,-31 -11,-13 0,-9Z';
const TURNS = [0, 60, 120, 180, 240, 300];

export type MurrinaForm = 'apprentice' | 'journeyman' | 'master' | 'logo';

type MurrinaProps = {
  /** The stage by form, not by colour: a point; petals drawn; petals solid round a lit core. `logo` is the mark. */
  readonly form: MurrinaForm;
  readonly sizePixels?: number;
  readonly className?: string | undefined;
};

/** A cane of glass cut across: six petals round a core. Words beside it say the same. */
export function Murrina({ form, sizePixels = 36, className }: MurrinaProps) {
  const isSolid = form === 'master' || form === 'logo';
  const lineWidth = form === 'logo' ? 5 : 4;
  return (
    <svg
      viewBox="-50 -50 100 100"
      width={sizePixels}
      height={sizePixels}
      className={className}
      aria-hidden="true"
    >
      <circle r="46" fill="none" stroke="currentColor" strokeWidth={lineWidth} />
      {form === 'apprentice' && <circle r="7" fill="currentColor" />}
      {form !== 'apprentice' &&
        TURNS.map((degrees) => (
          <path
            key={degrees}
            d={PETAL}
            transform={`rotate(${degrees})`}
            {...(isSolid
              ? { fill: 'currentColor' }
              : { fill: 'none', stroke: 'currentColor', strokeWidth: 4 })}
          />
        ))}
      {form === 'master' && <circle r="9" fill="var(--molten)" stroke="currentColor" strokeWidth="3" />}
      {form === 'logo' && <circle r="10" fill="var(--molten)" stroke="var(--paper)" strokeWidth="3" />}
    </svg>
  );
}
