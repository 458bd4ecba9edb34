const PETAL = 'M0,-9C11,-13 15,-31 0,-40C-15,-31 -11,-13 0,-9Z';
const TURNS = [0, 60, 120, 180, 240, 300];

type MurrinaForm = 'apprentice' | 'logo';

type MurrinaProps = {
  /** `apprentice`: a point, the first stage, told by form and not by colour. `logo`: the mark of the house. */
  readonly form: MurrinaForm;
  readonly sizePixels?: number;
  readonly className?: string | undefined;
};

/** A cane of glass cut across. Words beside it say the same. */
export function Murrina({ form, sizePixels = 36, className }: MurrinaProps) {
  const isLogo = form === 'logo';
  return (
    <svg
      viewBox="-50 -50 100 100"
      width={sizePixels}
      height={sizePixels}
      className={className}
      aria-hidden="true"
    >
      <circle r="46" fill="none" stroke="currentColor" strokeWidth={isLogo ? 5 : 4} />
      {!isLogo && <circle r="7" fill="currentColor" />}
      {isLogo &&
        TURNS.map((degrees) => (
          <path key={degrees} d={PETAL} transform={`rotate(${degrees})`} fill="currentColor" />
        ))}
      {isLogo && <circle r="10" fill="var(--molten)" stroke="var(--paper)" strokeWidth="3" />}
    </svg>
  );
}
