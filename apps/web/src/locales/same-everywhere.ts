/** Texts that are rightly the same in some languages: `namespace:key`. Everything else that is equal to Finnish counts as untranslated. */
export const sameEverywhere: ReadonlySet<string> = new Set([
  "app:product",
  "app:pageTitle",
  "feedback:kind.idea",
  "feedback:history.label",
  "feedback:group.list",
  "keys:group.list",
  "remapping:said",
  "feedback:source.chat",
]);
