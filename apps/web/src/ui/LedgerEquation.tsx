import bar from "./LedgerBar.module.css";
import { LedgerBar, type LedgerFill } from "./LedgerBar.tsx";
import classes from "./LedgerEquation.module.css";

export interface EquationTerm {
  readonly name: string;
  /** What is counted, without its number. */
  readonly label: string;
  readonly count: number;
  /** The count as the language of the screen writes it. */
  readonly figure: string;
  readonly fill: LedgerFill;
}

interface LedgerEquationProps {
  readonly whole: { readonly label: string; readonly figure: string };
  /** They sum to the whole. */
  readonly terms: readonly EquationTerm[];
  /** The whole equation in words; the bar itself is a picture. */
  readonly label: string;
}

/** A ledger at its full size: the whole, its parts that sum to it, and the bar under them. */
export function LedgerEquation({ whole, terms, label }: LedgerEquationProps) {
  return (
    <div className={classes.ledger}>
      <dl className={classes.equation}>
        <div className={classes.term}>
          <dt>{whole.label}</dt>
          <dd>{whole.figure}</dd>
        </div>
        {terms.map((term, index) => (
          <div key={term.name} className={classes.term} data-none={term.count === 0 || undefined}>
            <dt>
              <span className={bar["swatch"]} data-fill={term.fill} aria-hidden="true" />
              {term.label}
            </dt>
            <dd>
              <span className={classes.sign} aria-hidden="true">
                {index === 0 ? "=" : "+"}
              </span>
              {term.figure}
            </dd>
          </div>
        ))}
      </dl>
      <LedgerBar form="bar" label={label} parts={terms} />
    </div>
  );
}
