import { Skeleton, SkeletonLines } from "#ui/Skeleton";

import classes from "./TrendFigures.module.css";

/** The room of the sentence, the chart and the table while they come. */
export function TrendsSkeleton() {
  return (
    <>
      <div style={{ display: "grid", gap: 12, marginBottom: 28 }}>
        <Skeleton width="min(620px, 90%)" height={28} />
        <Skeleton width="min(480px, 70%)" height={28} />
        <Skeleton width="min(820px, 100%)" height={14} />
      </div>
      <div className={classes.figures}>
        <Skeleton height={340} />
        <SkeletonLines count={10} height={14} gap={18} />
      </div>
    </>
  );
}
