import { Skeleton, SkeletonLines } from "#ui/Skeleton";

import styles from "./ReadingPane.module.css";

/** The place of the item that is coming. */
export function PaneSkeleton() {
  return (
    <>
      <div className={styles.head} aria-hidden="true">
        <Skeleton width={280} height={20} />
      </div>
      <div className={styles.text} aria-hidden="true">
        <SkeletonLines count={7} height={16} gap={16} />
      </div>
    </>
  );
}
