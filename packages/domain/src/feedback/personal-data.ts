/** What kinds of personal data are masked before a verbatim is stored. */
export const maskKinds = ["identity_code", "email", "phone"] as const;
export type MaskKind = (typeof maskKinds)[number];

/** A mask in a stored text: UTF-16 offsets, end excluded. */
export interface MaskSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
}
