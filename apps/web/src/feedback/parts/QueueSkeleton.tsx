import { Skeleton } from "#ui/Skeleton";

import styles from "./QueueList.module.css";

/** The place of the rows that are coming. */
export function QueueSkeleton() {
  return (
    <div aria-hidden="true">
      {Array.from({ length: 12 }, (_, row) => (
        <div key={row} className={styles.skeleton}>
          <Skeleton width={`${[92, 80, 88, 72][row % 4]}%`} height={14} />
          <Skeleton width={`${[40, 56, 32, 48][row % 4]}%`} height={10} />
        </div>
      ))}
    </div>
  );
}
