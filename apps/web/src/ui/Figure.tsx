import type { ReactNode } from "react";

import styles from "./Figure.module.css";

export interface FigureProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** The base or the unit, in small letters after the value ("n 620", "/ 5"). */
  readonly note?: ReactNode;
  readonly size?: "body" | "figure" | "counter";
}

/** A number with what it is and what it stands on. Use inside a <dl>. */
export function Figure({ label, value, note, size = "figure" }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value} data-size={size}>
        {value}
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}
