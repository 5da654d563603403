import styles from "./LedgerBar.module.css";

/** done: solid · passed: upright stripes · repeated: grey · refused: hollow · waiting: empty, because it is not done yet. */
export type LedgerFill = "done" | "passed" | "repeated" | "refused" | "waiting" | "changed";

export interface LedgerPart {
  readonly name: string;
  readonly count: number;
  /** The part in words with its number, "31 luokiteltu". */
  readonly label: string;
  readonly fill: LedgerFill;
}

export interface LedgerBarProps {
  /** They sum to the whole. */
  readonly parts: readonly LedgerPart[];
  /** Says the whole equation; the bar itself is a picture. */
  readonly label: string;
  /** equation: figures joined by + and = above the bar; legend: under it; bar: the bar alone, where the figures stand elsewhere. */
  readonly form?: "legend" | "equation" | "bar";
  readonly total?: string;
}

/** A ledger is an equation: parts that sum to the whole, told apart by fill and not by hue. */
export function LedgerBar({ parts, label, form = "legend", total }: LedgerBarProps) {
  const shown = parts.filter((part) => part.count > 0);
  return (
    <div className={styles.ledger}>
      {form === "equation" ? <Equation parts={parts} total={total ?? ""} /> : null}
      <div className={styles.bar} role="img" aria-label={label}>
        {shown.map((part) => (
          <span key={part.name} className={styles.part} data-fill={part.fill} style={{ flexGrow: part.count }} />
        ))}
        {shown.length === 0 ? <span className={styles.part} data-fill="waiting" style={{ flexGrow: 1 }} /> : null}
      </div>
      {form === "legend" ? (
        <ul className={styles.legend}>
          {parts.map((part) => (
            <li key={part.name}>
              <span className={styles.swatch} data-fill={part.fill} aria-hidden="true" />
              {part.label}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The fill of a part, beside its words where they stand apart from the bar. */
export function LedgerSwatch({ fill }: { readonly fill: LedgerFill }) {
  return <span className={styles.swatch} data-fill={fill} aria-hidden="true" />;
}

function Equation({ parts, total }: { readonly parts: readonly LedgerPart[]; readonly total: string }) {
  return (
    <p className={styles.equation}>
      <strong>{total}</strong>
      {parts.map((part, index) => (
        <span key={part.name} className={styles.term}>
          <span aria-hidden="true">{index === 0 ? "=" : "+"}</span>
          <span className={styles.swatch} data-fill={part.fill} aria-hidden="true" />
          {part.label}
        </span>
      ))}
    </p>
  );
}
