import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { chmod } from "node:fs/promises";
import { join } from "node:path";

import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";

import { runImport } from "#intake/import-jobs";
import { createImport, receiveUpload } from "#intake/intake-commands";
import { WordAnalyser } from "#search/word-analyser";
import { makeBenchOrganisation } from "#testing/bench-data";
import type { BenchWorld } from "#testing/bench-world";
import { median } from "#testing/comparison";
import type { Comparison } from "#testing/comparison";
import type { Scope } from "#trpc/scope";
import { systemScope } from "#trpc/system-scope";

/** Rows of a file; how many items there are already does not change what an import does. */
const rows = 50_000;
const runs = 3;
const memoryLimit = 80;

const sentences = [
  "Hakemuksen käsittely kesti liian kauan",
  "Sain ystävällistä palvelua puhelimessa",
  "Verkkosivun lomake ei auennut lainkaan",
  "Odotin jonossa yli tunnin eikä kukaan vastannut",
  "Kiitos selkeästä ohjeesta ja nopeasta päätöksestä",
];

const mapping: ColumnMapping = {
  version: 1,
  reading: { encoding: "utf-8", delimiter: ",", quote: '"', headerRows: 1, skipLines: 0 },
  columns: [
    { column: "id", target: "external_id" },
    { column: "received", target: "date", dateOrder: "ymd" },
    { column: "language", target: "ignore" },
    { column: "title", target: "title" },
    { column: "body", target: "verbatim" },
  ],
  rowsAre: "items",
  defaults: { kind: "other", source: "feedback_form" },
};

async function writeFile(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  file.write("id,received,language,title,body\n");
  for (let row = 0; row < count; row += 1) {
    const text = Array.from({ length: 6 }, (_, part) => sentences[(row * 7 + part * part) % sentences.length]).join(
      ". ",
    );
    const day = new Date(Date.UTC(2021, 0, 1) + row * 60_000).toISOString();
    if (!file.write(`${row},${day},fi,Palaute ${row},"${text}, asia ${row}."\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  await chmod(path, 0o644);
}

/** Takes the file in as a person's import would; returns seconds and the most memory held over what was held before, in MB. */
async function ours(scope: Scope, path: string, count = rows): Promise<{ seconds: number; memory: number }> {
  const { id } = await receiveUpload(scope, "bench.csv", createReadStream(path));
  const importId = await createImport(scope, { uploadId: id, mapping });
  const idle = process.memoryUsage.rss();
  let most = idle;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  const began = performance.now();
  const { ledger } = await runImport(scope, importId);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  if (ledger.added !== count) throw new Error(`${ledger.added} of ${count} rows came in`);
  return { seconds, memory: (most - idle) / 1024 / 1024 };
}

/** COPY into a staging table and from there into the same tables, with their indexes and the vector; no masking, no ledger. */
async function plain({ bare }: BenchWorld, organisationId: string, path: string): Promise<number> {
  const began = performance.now();
  await bare.query("BEGIN");
  await bare.query(
    "CREATE TEMPORARY TABLE staged (id text, received timestamptz, language text, title text, body text) ON COMMIT DROP",
  );
  await bare.query(`COPY staged FROM '${path}' (FORMAT csv, HEADER)`);
  await bare.query("ALTER TABLE staged ADD COLUMN item_id uuid DEFAULT gen_random_uuid()");
  await bare.query(
    `INSERT INTO feedback_item (organisation_id, id, received_at, source, language, triage_due_on)
     SELECT $1, item_id, received, 'feedback_form', language, (received + interval '7 days')::date FROM staged`,
    [organisationId],
  );
  await bare.query(
    `INSERT INTO feedback_text (organisation_id, item_id, received_at, title, body, tsv, vector_version)
     SELECT $1, item_id, received, title, body, setweight(to_tsvector('finnish', title), 'A') || setweight(to_tsvector('finnish', body), 'B'), 0 FROM staged`,
    [organisationId],
  );
  await bare.query("COMMIT");
  return (performance.now() - began) / 1000;
}

/** An idle server has taken a small file in before: code and the tables of languages are loaded. */
async function warmUp(world: BenchWorld): Promise<void> {
  const path = join(world.folder, "bench-intake-small.csv");
  await writeFile(path, 5000);
  await makeBenchOrganisation(world.parts.database, "bench-intake-warm-up");
  await ours(await systemScope(world.parts, "bench-intake-warm-up"), path, 5000);
}

/** Rows a second against COPY, and the memory that an import takes. */
export async function* benchIntake(world: BenchWorld, _sizes: readonly number[]): AsyncGenerator<Comparison> {
  const path = join(world.folder, "bench-intake.csv");
  await writeFile(path, rows);
  await warmUp(world);
  const oursRates: number[] = [];
  const plainRates: number[] = [];
  const voikkoRates: number[] = [];
  const memories: number[] = [];
  const analyser = await WordAnalyser.open();
  for (let run = 0; run < runs; run += 1) {
    for (const side of ["ours", "plain", "voikko"] as const) {
      const slug = `bench-intake-${side}-${run}`;
      const { id } = await makeBenchOrganisation(world.parts.database, slug);
      if (side === "voikko") {
        if (analyser.engine !== "voikko") continue;
        const { seconds } = await ours(await systemScope({ ...world.parts, analyser }, slug), path);
        voikkoRates.push(rows / seconds);
        continue;
      }
      if (side === "plain") {
        plainRates.push(rows / (await plain(world, id, path)));
        continue;
      }
      const { seconds, memory } = await ours(await systemScope(world.parts, slug), path);
      oursRates.push(rows / seconds);
      memories.push(memory);
    }
  }
  const rate = { ours: median(oursRates), plain: median(plainRates) };
  yield {
    name: "intake.import.rows",
    size: rows,
    ...rate,
    unit: "rows/s",
    ratio: rate.ours / rate.plain,
    limit: 0.25,
    wanted: "at least",
    runs,
    min: Math.min(...oursRates),
    max: Math.max(...oursRates),
  };
  await analyser.stop();
  if (voikkoRates.length > 0) {
    const withVoikko = median(voikkoRates);
    yield {
      name: "intake.import.rows-with-voikko",
      size: rows,
      ours: withVoikko,
      plain: rate.plain,
      unit: "rows/s",
      ratio: withVoikko / rate.plain,
      limit: 0.2,
      wanted: "at least",
      runs,
      min: Math.min(...voikkoRates),
      max: Math.max(...voikkoRates),
    };
  }
  const memory = Math.max(...memories);
  yield {
    name: "intake.import.memory",
    size: rows,
    ours: memory,
    plain: memoryLimit,
    unit: "MB",
    ratio: memory / memoryLimit,
    limit: 1,
    wanted: "at most",
    runs,
    min: Math.min(...memories),
    max: memory,
  };
}
