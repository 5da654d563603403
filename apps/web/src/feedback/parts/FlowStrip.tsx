import { useMay } from "#app/session";
import { afterPaint } from "#ui/deferred";

import styles from "./FlowStrip.module.css";

const Line = afterPaint(async () => (await import("./FlowStripLine.tsx")).default);

/** The flow in one line above the list, for those who run themes and see to the work; its place is kept until it comes. */
export function FlowStrip({ roundId }: { readonly roundId: string | undefined }) {
  const may = useMay();
  if (!may("themes.run")) return null;
  return (
    <div className={styles.strip}>
      <Line roundId={roundId} />
    </div>
  );
}
