/** Texts that are rightly the same in some languages: `namespace:key`. Everything else that is equal to Finnish counts as untranslated. */
export const sameEverywhere: ReadonlySet<string> = new Set([
  "app:product",
  "app:keys.mod",
  "feedback:kind.idea",
]);
