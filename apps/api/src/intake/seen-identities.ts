/** Counts digests in 16 bytes each: the identities of a file of a million rows take 32 MB. */
export class SeenIdentities {
  private slots = 1024;
  private used = 0;
  /** Four words a slot: three of the digest, and how often it was seen. */
  private table = new Uint32Array(this.slots * 4);

  /** Counts a digest of at least 12 bytes once more; returns how often it has been seen now. */
  add(digest: Buffer): number {
    if (this.used >= this.slots * 0.7) this.grow();
    const at = this.slotOf(
      this.table,
      this.slots,
      digest.readUInt32LE(0),
      digest.readUInt32LE(4),
      digest.readUInt32LE(8),
    );
    const count = (this.table[at + 3] ?? 0) + 1;
    if (count === 1) this.used += 1;
    this.table[at] = digest.readUInt32LE(0);
    this.table[at + 1] = digest.readUInt32LE(4);
    this.table[at + 2] = digest.readUInt32LE(8);
    this.table[at + 3] = count;
    return count;
  }

  private slotOf(table: Uint32Array, slots: number, one: number, two: number, three: number): number {
    let slot = one % slots;
    for (;;) {
      const at = slot * 4;
      if (table[at + 3] === 0 || (table[at] === one && table[at + 1] === two && table[at + 2] === three)) return at;
      slot = (slot + 1) % slots;
    }
  }

  private grow(): void {
    const slots = this.slots * 2;
    const table = new Uint32Array(slots * 4);
    for (let from = 0; from < this.table.length; from += 4) {
      if (this.table[from + 3] === 0) continue;
      const to = this.slotOf(table, slots, this.table[from] ?? 0, this.table[from + 1] ?? 0, this.table[from + 2] ?? 0);
      table.set(this.table.subarray(from, from + 4), to);
    }
    this.slots = slots;
    this.table = table;
  }
}
