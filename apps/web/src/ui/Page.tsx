import type { ReactNode } from "react";

import styles from "./Page.module.css";

/** A room that is read from top to bottom: its name, its controls, its content in a column of 1264 px. */
export function Page({
  title,
  controls,
  actions,
  children,
}: {
  readonly title: ReactNode;
  readonly controls?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.controls}>{controls}</div>
        <div className={styles.actions}>{actions}</div>
      </div>
      {children}
    </div>
  );
}
