import { setFlagsFromString } from "node:v8";

let working = 0;

/**
 * Lets the heap grow by less than a third between two collections while the work goes on: the rows of a batch live just long enough
 * to become old garbage, of which V8 otherwise lets hundreds of megabytes gather before it looks. Back to V8's own judgement afterwards.
 */
export async function withLeanHeap<T>(work: () => Promise<T>): Promise<T> {
  working += 1;
  setFlagsFromString("--heap-growing-percent=30");
  try {
    return await work();
  } finally {
    working -= 1;
    if (working === 0) setFlagsFromString("--heap-growing-percent=0");
  }
}
