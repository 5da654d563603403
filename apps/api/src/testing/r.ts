import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A figure, or null where there is none. */
export type Figure = number | null;

/** A question to R: the name of a judge in statistics-judge.R and its vectors. */
export interface RCase {
  readonly judge: string;
  readonly vectors: readonly (readonly Figure[])[];
}

const program = "Rscript";

/** Whether R is installed: Debian's r-base-core is enough. */
export function hasR(): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

/** R's figures for each case, in one run of R. */
export function askR(cases: readonly RCase[]): Figure[][] {
  const folder = mkdtempSync(join(tmpdir(), "kuultu-r-"));
  try {
    const file = join(folder, "cases");
    writeFileSync(
      file,
      cases.map(({ judge, vectors }) => [judge, ...vectors.map(vectorText)].join(";")).join("\n") + "\n",
    );
    const script = fileURLToPath(new URL("statistics-judge.R", import.meta.url));
    const { status, stdout, stderr } = spawnSync(program, ["--vanilla", script, file], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      env: { PATH: process.env["PATH"], LC_ALL: "C" },
    });
    if (status !== 0) throw new Error(`R: ${stderr}`);
    return stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(",").map(figureOf));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vectorText(vector: readonly Figure[]): string {
  return vector.map((figure) => (figure === null ? "NA" : String(figure))).join(",");
}

function figureOf(text: string): Figure {
  const figure = Number(text);
  return Number.isNaN(figure) ? null : figure;
}
