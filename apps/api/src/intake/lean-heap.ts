import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let working = 0;

/**
 * Lets the heap grow by less than half between two collections while the work goes on: the rows of a batch live just long enough
 * to become old garbage, of which V8 otherwise lets hundreds of megabytes gather before it looks. Back to V8's own judgement afterwards.
 */
export async function withLeanHeap<T>(work: () => Promise<T>): Promise<T> {
  working += 1;
  if (working === 1) {
    setFlagsFromString("--heap-growing-percent=45");
    await collectGarbage();
  }
  try {
    return await work();
  } finally {
    working -= 1;
    if (working === 0) setFlagsFromString("--heap-growing-percent=0");
  }
}

/** How far the heap may grow is decided at the end of each collection: without one now, the old allowance would hold to the next. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") await collect({ type: "major", execution: "async" });
}
