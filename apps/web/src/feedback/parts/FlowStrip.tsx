import { lazy, Suspense } from "react";

import { useMay } from "#app/session";

import styles from "./FlowStrip.module.css";

/** After the list has been painted: the strip is not what anybody waits for. */
const painted = () =>
  new Promise<void>((resolve) => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 300);
  });

const Line = lazy(async () => {
  await painted();
  return import("./FlowStripLine.tsx");
});

/** The flow in one line above the list, for those who run themes and see to the work; its place is kept until it comes. */
export function FlowStrip({ roundId }: { readonly roundId: string | undefined }) {
  const may = useMay();
  if (!may("themes.run")) return null;
  return (
    <div className={styles.strip}>
      <Suspense fallback={null}>
        <Line roundId={roundId} />
      </Suspense>
    </div>
  );
}
