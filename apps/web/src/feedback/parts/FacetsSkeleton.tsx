import { Skeleton } from "#ui/Skeleton";

import styles from "./Facets.module.css";

const widths = [64, 80, 72, 56, 88, 60, 76, 68, 84, 52];

/** The place of the facets: they come once the list is there. */
export function FacetsSkeleton() {
  return (
    <div className={styles.facets} aria-hidden="true">
      {widths.map((width) => (
        <span key={width} className={styles.row}>
          <Skeleton width={`${width}%`} height={12} />
        </span>
      ))}
    </div>
  );
}
