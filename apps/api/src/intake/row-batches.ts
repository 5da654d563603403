import type { PreparedRow } from "#intake/prepared-row";

/** Rows of one transaction, and how many characters of them at most: the memory of an import does not grow with its file. */
const batchRows = 1000;
const batchCharacters = 4_000_000;

/** `limit`: rows of a batch at most; smaller ones are for tests. */
export async function* batchesOf(rows: AsyncIterable<PreparedRow>, limit = batchRows): AsyncGenerator<PreparedRow[]> {
  let batch: PreparedRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    batch.push(row);
    characters += row.reading.mapped.reduce((sum, cell) => sum + cell.length, 0);
    if (batch.length < limit && characters < batchCharacters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Has the next batch read while the caller writes this one: otherwise reader and database would wait for each other in turns. */
export async function* oneAhead(batches: AsyncGenerator<PreparedRow[]>): AsyncGenerator<PreparedRow[]> {
  let coming = batches.next();
  try {
    for (;;) {
      const { done, value } = await coming;
      if (done === true) return;
      coming = batches.next();
      // Thrown when its turn comes, after what stands before it has been written.
      coming.catch(() => undefined);
      yield value;
    }
  } finally {
    // Also where the caller stops half-way: the file is open until then.
    await batches.return(undefined);
  }
}
