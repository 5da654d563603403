import type { BenchWorld } from "#testing/bench-world";
import type { Comparison } from "#testing/comparison";

export async function* benchIntake(_world: BenchWorld, _sizes: readonly number[]): AsyncGenerator<Comparison> {}
