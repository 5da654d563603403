import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";

import type { Command } from "commander";

import { columnMappingSchema } from "@kuultu/domain/intake/column-mapping";
import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import type { ImportProblemView, ImportView } from "@kuultu/domain/intake/import-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { findEncoding } from "#intake/encoding";
import { proposeFor } from "#intake/file-proposal";
import { runInBackground } from "#intake/import-jobs";
import { findOrMakeRound, roundNameOf } from "#intake/import-round";
import { checkMapping, createImport, discardUpload, receiveUpload } from "#intake/intake-commands";
import { problemsOf, savedMappings } from "#intake/intake-queries";
import { problemWords, refusalLine } from "#intake/refusal-line";
import { largestUpload } from "#intake/upload-store";
import { UsageProblem } from "#trpc/command-line";
import type { CommandLineContext, ExitCode } from "#trpc/command-line";
import type { Scope } from "#trpc/scope";

interface ImportOptions {
  readonly organisation: string;
  readonly profile?: string;
  readonly mapping?: string;
  readonly propose?: boolean;
  readonly round?: string;
  readonly json?: boolean;
}

/** `import`: the same pipeline as the screen; ends with the ledger, exit code 1 where rows were rejected. */
export function registerImport(program: Command, context: CommandLineContext): void {
  program
    .command("import")
    .description("take a CSV or TSV file in")
    .argument("<file>", "CSV or TSV")
    .requiredOption("--organisation <slug>", "into which one")
    .option("--profile <name>", "a mapping remembered under this name")
    .option("--mapping <file>", "a mapping in a JSON file")
    .option("--propose", "only print the proposed mapping, as --mapping accepts it")
    .option("--round <name>", "the round of the rows; made where the rows are responses and there is none")
    .option("--json", "machine output")
    .action(async (file: string, options: ImportOptions) => {
      const ways = [options.profile, options.mapping, options.propose].filter((way) => way !== undefined);
      if (ways.length !== 1) throw new UsageProblem("Give one of --profile <name>, --mapping <file> and --propose.");
      await checkFile(file);
      await context.inOrganisation(options.organisation, async (scope) => {
        try {
          return await (options.propose === true
            ? printProposal(context, file)
            : takeFileIn(context, scope, file, options));
        } catch (error) {
          const line = error instanceof RuleViolation ? refusalLine(error, basename(file)) : null;
          throw line === null ? error : new UsageProblem(line);
        }
      });
    });
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found === null) throw new UsageProblem(`There is no file ${file}.`);
  if (!found.isFile()) throw new UsageProblem(`${file} is no file.`);
  if (found.size > largestUpload)
    throw new UsageProblem(`${file} is larger than ${largestUpload / 1024 / 1024} MB: send it in parts.`);
}

async function printProposal(context: CommandLineContext, file: string): Promise<ExitCode> {
  const { mapping } = await proposeFor(() => createReadStream(file));
  context.print(JSON.stringify(mapping, null, 2));
  return 0;
}

async function mappingOf(scope: Scope, options: ImportOptions): Promise<ColumnMapping> {
  if (options.mapping === undefined) {
    const found = (await savedMappings(scope)).find(({ name }) => name === options.profile);
    if (found === undefined) throw new UsageProblem(`There is no mapping remembered as "${options.profile ?? ""}".`);
    return found.mapping;
  }
  const text = await readFile(options.mapping, "utf8").catch(() => {
    throw new UsageProblem(`There is no mapping file ${options.mapping ?? ""}.`);
  });
  const parsed = columnMappingSchema.safeParse(jsonOf(text, options.mapping));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageProblem(`${options.mapping} is no mapping: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}.`);
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    throw new UsageProblem(`${file} is no JSON.`);
  }
}

async function roundIdOf(
  context: CommandLineContext,
  scope: Scope,
  file: string,
  mapping: ColumnMapping,
  given: string | undefined,
): Promise<string | null> {
  const namesRounds = mapping.columns.some(({ target }) => target === "round");
  const name = given ?? (mapping.rowsAre === "responses" && !namesRounds ? roundNameOf(basename(file)) : undefined);
  if (name === undefined) return null;
  const round = await findOrMakeRound(scope, {
    name,
    fileName: basename(file),
    mapping,
    bytes: () => createReadStream(file),
  });
  if (round === "unknown") throw new UsageProblem(`There is no round "${name}".`);
  if (round === "ambiguous") throw new UsageProblem(`Several surveys have a round "${name}": write <survey>/${name}.`);
  if (round.made || given === undefined)
    context.tell(
      `Round ${name} of ${round.survey}${round.made ? ", made now" : ""}${given === undefined ? " (from the file's name)" : ""}.`,
    );
  return round.id;
}

async function takeFileIn(
  context: CommandLineContext,
  scope: Scope,
  file: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const mapping = await mappingOf(scope, options);
  // Before a round is made for it: is this a file of text, and does the mapping fit?
  await findEncoding(() => createReadStream(file));
  await checkMapping(() => createReadStream(file), mapping);
  const roundId = await roundIdOf(context, scope, file, mapping, options.round);
  const upload = await receiveUpload(scope, basename(file), createReadStream(file));
  const importId = await createImport(scope, { uploadId: upload.id, mapping, roundId }).catch(
    async (error: unknown) => {
      await discardUpload(scope, upload.id);
      throw error;
    },
  );
  const done = await runInBackground(scope, importId, { onProgress: progressOn(process.stderr) });
  const problems = await allProblems(scope, importId);
  context.print(
    options.json === true ? JSON.stringify(jsonOfImport(done, problems)) : linesOf(done, problems).join("\n"),
  );
  if (done.state !== "finished")
    throw new UsageProblem(
      `The import ended as ${done.state}${done.failure === null ? "" : `: ${done.failure}`}; what its ledger counts has come in.`,
    );
  return done.ledger.rejected > 0 ? 1 : 0;
}

/** A line that renews itself on a terminal; nothing elsewhere. */
function progressOn(terminal: NodeJS.WriteStream): (rows: number, totalRows: number | null) => void {
  if (!terminal.isTTY) return () => undefined;
  return (rows, totalRows) => {
    terminal.write(`\r${rows} of ${totalRows ?? "?"} rows`);
    if (rows === totalRows) terminal.write("\n");
  };
}

async function allProblems(scope: Scope, importId: string): Promise<ImportProblemView[]> {
  const problems: ImportProblemView[] = [];
  for (;;) {
    const page = await problemsOf(scope, importId, problems.length);
    if (page.length === 0) return problems;
    problems.push(...page);
  }
}

function jsonOfImport({ ledger, masked, failure }: ImportView, problems: readonly ImportProblemView[]) {
  return {
    ledger,
    problems: problems.map(({ row, column, code, value, rejects }) => ({
      row,
      column,
      code,
      message: problemWords[code],
      value,
      rejects,
    })),
    masked,
    ...(failure === null ? {} : { failure }),
  };
}

function linesOf({ ledger, masked }: ImportView, problems: readonly ImportProblemView[]): string[] {
  const shown = problems.slice(0, 50);
  return [
    ...shown.map(
      ({ row, column, code, value }) =>
        `row ${row}${column === "" ? "" : `, ${column}`}: ${problemWords[code]}${value === "" ? "" : ` (${value})`}`,
    ),
    ...(problems.length > shown.length
      ? [`… and ${problems.length - shown.length} more problems: --json lists them all`]
      : []),
    ...(Object.keys(masked).length === 0
      ? []
      : [
          `masked: ${Object.entries(masked)
            .map(([kind, count]) => `${kind} ${count}`)
            .join(", ")}`,
        ]),
    `rows ${ledger.rows} = added ${ledger.added} + unchanged ${ledger.unchanged} + updated ${ledger.updated} + duplicate ${ledger.duplicate} + rejected ${ledger.rejected}; items ${ledger.items}`,
  ];
}
