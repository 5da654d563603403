import type { Command } from "commander";

import type { SearchStatus } from "@kuultu/domain/search/search-status";

import { reindex } from "#search/search-index-commands";
import { searchStatus } from "#search/search-index-queries";
import type { CommandLineContext } from "#trpc/command-line";

/** `kuultu search status|reindex`. */
export function registerSearch(program: Command, { inOrganisation, print }: CommandLineContext): void {
  const search = program.command("search").description("what words are found by, and how far texts are indexed");
  search
    .command("status")
    .description("which engine reads Finnish here, and how far it has indexed")
    .requiredOption("--organisation <slug>", "which one")
    .action(({ organisation }: { organisation: string }) =>
      inOrganisation(organisation, async (scope) => {
        print(line(await searchStatus(scope)));
        return 0;
      }),
    );
  search
    .command("reindex")
    .description("index every text anew; the running server does it, or the next one")
    .requiredOption("--organisation <slug>", "which one")
    .action(({ organisation }: { organisation: string }) =>
      inOrganisation(organisation, async (scope) => {
        print(line(await reindex(scope)));
        return 0;
      }),
    );
}

const absences = {
  "no-library": "Voikko is not installed (Debian: libvoikko1, voikko-fi)",
  "no-dictionary": "Voikko has no Finnish dictionary (Debian: voikko-fi)",
  broken: "Voikko fails here",
};

function line({ engine, voikkoAbsence, indexing }: SearchStatus): string {
  const reads = engine === "voikko" ? "Finnish is read by Voikko" : "Finnish is read by stems and gradation";
  const why = voikkoAbsence === null ? "" : `: ${absences[voikkoAbsence]}`;
  const how =
    indexing === null ? "every text is indexed" : `${indexing.done} of ${indexing.total} texts are indexed anew`;
  return `${reads}${why}; ${how}.`;
}
