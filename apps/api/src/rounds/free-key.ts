/** A key that none of the taken ones is: the wanted one, or with a number behind it. */
export function freeKey(wanted: string, taken: readonly { readonly key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  let key = wanted;
  for (let number = 2; keys.has(key); number += 1) key = `${wanted}-${number}`;
  return key;
}
