const place = "kuultu.organisation";

/** Whoever works in several organisations comes back to the one where they were last; null on a new browser. */
export function lastOrganisation(): string | null {
  return localStorage.getItem(place);
}

export function rememberOrganisation(slug: string): void {
  localStorage.setItem(place, slug);
}
