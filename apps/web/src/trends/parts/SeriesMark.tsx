const size = 12;

/** The shape and colour by which a series is known on a screen; `colour` counts from 0 in the fixed order. */
export function SeriesMark({ colour, hollow = false }: { readonly colour: number; readonly hollow?: boolean }) {
  const ink = `var(--d${colour + 1})`;
  const look = hollow ? { fill: "none", stroke: ink, strokeWidth: 1.75 } : { fill: ink };
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ flex: "none" }}>
      {colour % 4 === 0 && <circle cx={6} cy={6} r={4.5} {...look} />}
      {colour % 4 === 1 && <path d="M6 .5 11.5 6 6 11.5.5 6Z" {...look} />}
      {colour % 4 === 2 && <path d="M6 1 11.5 11H.5Z" {...look} />}
      {colour % 4 === 3 && <path d="M1.5 1.5h9v9h-9Z" {...look} />}
    </svg>
  );
}
