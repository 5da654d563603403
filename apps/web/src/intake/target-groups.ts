import type { ColumnTarget } from "@kuultu/domain/intake/column-mapping";

/** The targets as they are offered; `ignore` stands before them. */
export const targetGroups = [
  { name: "text", targets: ["verbatim", "title"] },
  { name: "about", targets: ["date", "language", "kind", "source", "external_id", "round", "reply_expected"] },
  { name: "contact", targets: ["contact_name", "contact_email", "contact_phone"] },
  { name: "facet", targets: ["service", "site", "channel", "customer_group"] },
  { name: "answer", targets: ["rating", "yes_no"] },
] as const satisfies readonly { readonly name: string; readonly targets: readonly ColumnTarget[] }[];
