import { hash } from "node:crypto";

import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import { placeColumns } from "@kuultu/domain/intake/mapping-check";
import { contentOf, identityOf, namespaceOfMapping, nthOf } from "@kuultu/domain/intake/row-identity";
import { readRow } from "@kuultu/domain/intake/row-reading";
import type { PlacedColumn, RowReading } from "@kuultu/domain/intake/row-reading";

import type { DataRow } from "#intake/file-rows";
import { SeenIdentities } from "#intake/seen-identities";
import type { Scope } from "#trpc/scope";

/** A data row with what tells it from others. */
export interface PreparedRow {
  readonly row: number;
  readonly reading: RowReading;
  /** Digest under which the row is known. */
  readonly identity: Buffer;
  /** Digest of what it says. */
  readonly content: Buffer;
  /** Its id stood further up in the file already. */
  readonly repeated: boolean;
}

/** Reads the rows of one file in order: identities depend on what came before. */
export class RowPreparation {
  private readonly seen = new SeenIdentities();
  private readonly namespace: string;
  private readonly salt: string;
  readonly columns: readonly PlacedColumn[];

  /** Throws `intake.column-missing`, `intake.mapping-incomplete`. */
  constructor(
    scope: Pick<Scope, "organisation">,
    private readonly mapping: ColumnMapping,
    private readonly headers: readonly string[],
    private readonly roundId: string | null,
  ) {
    this.columns = placeColumns(mapping, headers);
    this.salt = Buffer.from(scope.organisation.digestSalt).toString("hex");
    this.namespace = namespaceOfMapping(mapping);
  }

  prepare({ row, cells }: DataRow): PreparedRow {
    const reading = readRow(this.mapping, this.columns, this.headers.length, cells);
    const identified = { externalId: reading.externalId, mapped: reading.mapped, round: reading.round ?? this.roundId };
    const name = identityOf(this.namespace, identified);
    const content = this.digest(contentOf(this.mapping, identified));
    let identity = this.digest(name);
    // A row that stays out takes no place: what comes after it under the same id may come in.
    const occurrence = reading.rejected ? 1 : this.seen.add(identity);
    if (reading.externalId === null) identity = this.digest(nthOf(name, occurrence));
    return { row, reading, identity, content, repeated: reading.externalId !== null && occurrence > 1 };
  }

  /** In one call: an object for each row would hold native memory that the garbage collector does not see. */
  private digest(text: string): Buffer {
    return hash("sha256", this.salt + text, "buffer");
  }
}
