import type { ReactNode } from "react";

import classes from "./Chapter.module.css";

interface ChapterProps {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** What the evidence at the right comes to. */
  readonly conclusion: ReactNode;
  readonly children: ReactNode;
}

/** One question of the story: the question and its conclusion at the left, the evidence at the right. */
export function Chapter({ number, id, title, conclusion, children }: ChapterProps) {
  return (
    <section className={classes.chapter} id={id} aria-labelledby={`${id}-title`}>
      <div className={classes.question}>
        <span className={classes.number} aria-hidden="true">
          {number}
        </span>
        <div>
          <h2 id={`${id}-title`} className={classes.title}>
            {title}
          </h2>
          <p className={classes.conclusion}>{conclusion}</p>
        </div>
      </div>
      <div className={classes.evidence}>{children}</div>
    </section>
  );
}
