const place = "kuultu.organisation";

/** Whoever works in several organisations comes back to the one where they were last; null on a new browser. */
export function lastOrganisation(): string | null {
  return localStorage.getItem(place);
}

export function rememberOrganisation(slug: string): void {
  // Every step of the address passes here; writing is slow, reading is not.
  if (lastOrganisation() !== slug) localStorage.setItem(place, slug);
}
