import type { ReactNode } from "react";

import styles from "./EmptyState.module.css";

/** Says what is not here and what to do next. `lines` may hold a link or a button under the words. */
export function EmptyState({
  title,
  lines,
  action,
}: {
  readonly title: string;
  readonly lines?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {lines === undefined ? null : <p className={styles.lines}>{lines}</p>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
