import styles from "./Skeleton.module.css";

/** The place of what is coming, in its size: nothing jumps when it comes. */
export function Skeleton({
  width = "100%",
  height = 12,
}: {
  readonly width?: number | string;
  readonly height?: number | string;
}) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}

/** Several lines of text that are coming. */
export function SkeletonLines({
  count,
  height = 12,
  gap = 12,
}: {
  readonly count: number;
  readonly height?: number;
  readonly gap?: number;
}) {
  return (
    <span className={styles.lines} style={{ gap }} aria-hidden="true">
      {Array.from({ length: count }, (_, line) => (
        <Skeleton key={line} height={height} width={`${[96, 88, 92, 64][line % 4]}%`} />
      ))}
    </span>
  );
}
