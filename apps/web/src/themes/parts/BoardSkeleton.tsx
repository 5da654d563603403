import { Skeleton } from "#ui/Skeleton";

import classes from "./ThemeBoard.module.css";

const columns = [3, 3, 2, 4, 3, 1];

/** Columns and cards in their sizes, while they come. */
export function BoardSkeleton() {
  return (
    <div className={classes.board} aria-hidden="true">
      {columns.map((cards, column) => (
        <div key={`${column} ${cards}`} className={classes.column}>
          <div className={classes.head}>
            <Skeleton width={80} />
          </div>
          <div className={classes.cards}>
            {Array.from({ length: cards }, (_, card) => (
              <Skeleton key={card} height={136} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
