import type { TestProject } from "vitest/node";

import { installProduct } from "./product.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address and data folder of one running demonstration that the journeys share. */
    readonly demonstration: { readonly origin: string; readonly dataFolder: string };
  }
}

/** Journeys that do not begin in an empty folder share one product: making a demonstration takes a while. */
export default async function startDemonstration(project: TestProject): Promise<() => Promise<void>> {
  const product = await installProduct();
  try {
    await product.start();
  } catch (error) {
    await product.dispose();
    throw error;
  }
  project.provide("demonstration", { origin: product.origin, dataFolder: product.dataFolder });
  return () => product.dispose();
}
