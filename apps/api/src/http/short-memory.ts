/** Keeps what was loaded for a moment, so that the many calls of one page ask the database once. Failures are not kept. */
export class ShortMemory<Value> {
  readonly #kept = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();

  constructor(
    readonly milliseconds: number,
    /** How many are kept at most; the oldest go first. */
    readonly most = 5000,
  ) {}

  /** The kept value, or what `load` gives; callers at the same time share one load. */
  get(key: string, load: () => Promise<Value>): Promise<Value> {
    const now = performance.now();
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.until > now) return kept.value;
    const value = load();
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: now + this.milliseconds });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest);
    value.catch(() => {
      if (this.#kept.get(key)?.value === value) this.#kept.delete(key);
    });
    return value;
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}
