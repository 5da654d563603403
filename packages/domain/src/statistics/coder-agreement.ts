/** Agreement beyond chance: 1 all alike, 0 as by chance. */
export interface CohenKappa {
  /** How many both coded. */
  readonly n: number;
  /** Parts of the items, 0–1: coded alike, and coded alike by chance alone. */
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number;
}

/** Two coders on one theme: how many both coded to it, the first alone, the second alone, and neither. */
export interface ThemeDecisions {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/**
 * J. Cohen (1960): κ = (p_o − p_e)/(1 − p_e) from a square table, the first coder's categories by row and the second's by column.
 * Null where nothing was coded or both used one and the same category throughout. RangeError for a table that is not square.
 */
export function cohenKappa(table: readonly (readonly number[])[]): CohenKappa | null {
  if (table.some((row) => row.length !== table.length)) throw new RangeError("both coders use the same categories");
  const rows = table.map((row) => total(row));
  const columns = table.map((_, column) => total(table.map((row) => row[column] ?? 0)));
  const n = total(rows);
  const alike = total(table.map((row, category) => row[category] ?? 0));
  const byChance = total(rows.map((row, category) => row * (columns[category] ?? 0)));
  if (n === 0 || byChance === n * n) return null;
  return {
    n,
    observed: alike / n,
    expected: byChance / (n * n),
    kappa: (n * alike - byChance) / (n * n - byChance),
  };
}

/** Cohen's κ of one theme. */
export function themeKappa({ both, firstOnly, secondOnly, neither }: ThemeDecisions): CohenKappa | null {
  return cohenKappa([
    [both, firstOnly],
    [secondOnly, neither],
  ]);
}

/** K. Krippendorff (2004): ≥ .80 to rely on, .667–.80 for tentative conclusions, below that the codebook needs revising. */
export type AgreementVerdict = "rely" | "tentative" | "revise";

export function agreementVerdict(coefficient: number): AgreementVerdict {
  if (coefficient >= 0.8) return "rely";
  return coefficient >= 0.667 ? "tentative" : "revise";
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
