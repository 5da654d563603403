/** The same numbers for the same seed: 0 up to below `n`. */
export type Dice = (n: number) => number;

export function dice(seed: number): Dice {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** One of them, by chance. */
export function pick<Value>(throwDice: Dice, values: readonly [Value, ...Value[]]): Value {
  return values[throwDice(values.length)] ?? values[0];
}
