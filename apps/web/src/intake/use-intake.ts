import type { FileReading } from "@kuultu/domain/intake/column-mapping";
import type { DryRun, ImportProblemView } from "@kuultu/domain/intake/import-view";
import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";

import { useOrganisation } from "#app/session";
import { connectionFor, useTRPC } from "#app/trpc";

import type { IntakeDraft } from "./mapping-draft.ts";

/** What a file looks like under a reading; without one, under the reading that the server proposes. */
export function useProposal(uploadId: string | undefined, reading: FileReading | undefined) {
  const trpc = useTRPC();
  return useQuery(
    trpc.intake.propose.queryOptions(
      { uploadId: uploadId ?? "", ...(reading !== undefined && { reading }) },
      { enabled: uploadId !== undefined, staleTime: Infinity, placeholderData: keepPreviousData },
    ),
  );
}

/** The file run dry under a mapping. It changes nothing, so it is kept like any question; `enabled` while nothing is missing. */
export function useDryRun(uploadId: string, draft: IntakeDraft | null, enabled: boolean) {
  const { slug } = useOrganisation();
  return useQuery({
    queryKey: ["intake.dry-run", uploadId, draft],
    queryFn:
      draft === null
        ? skipToken
        : (): Promise<DryRun> => connectionFor(slug).client.intake.dryRun.mutate({ uploadId, ...draft }),
    enabled,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The import as it stands; asked again every second while it runs. When it ends, every room learns of what came in. */
export function useImport(importId: string) {
  const trpc = useTRPC();
  const changed = useImportsChanged();
  const view = useQuery(
    trpc.intake.import.queryOptions(
      { importId },
      { refetchInterval: ({ state }) => (state.data?.state === "running" ? 1000 : false) },
    ),
  );
  const running = view.data?.state === "running";
  const ran = useRef(false);
  useEffect(() => {
    if (ran.current && !running) void changed();
    ran.current = running;
  }, [running, changed]);
  return view;
}

export function useImports() {
  const trpc = useTRPC();
  return useQuery(
    trpc.intake.imports.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.some((one) => one.state === "running") === true ? 3000 : false),
    }),
  );
}

export function useImportProblems(importId: string, after: number, enabled: boolean) {
  const trpc = useTRPC();
  return useQuery(
    trpc.intake.problems.queryOptions({ importId, after }, { enabled, placeholderData: keepPreviousData }),
  );
}

/** What an import or its cancelling changes elsewhere: the queue, the rounds, the trends. */
export function useImportsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries(), [queries]);
}

/** Nothing has come in yet; the upload is taken, so what was asked about it is not asked again. */
export function useStartImport() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.intake.start.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.intake.imports.queryFilter()),
    }),
  );
}

export function useCancelImport() {
  return useMutation(useTRPC().intake.cancel.mutationOptions({ onSettled: useImportsChanged() }));
}

export function useSavedMappings() {
  return useQuery(useTRPC().intake.mappings.queryOptions()).data ?? [];
}

export function useSaveMapping() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.intake.saveMapping.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.intake.mappings.queryKey() }),
    }),
  );
}

/** Every problem of an import, page by page, for the download. */
export async function allProblems(organisation: string, importId: string): Promise<ImportProblemView[]> {
  const { client } = connectionFor(organisation);
  const all: ImportProblemView[] = [];
  for (;;) {
    const page = await client.intake.problems.query({ importId, after: all.length });
    all.push(...page);
    if (page.length === 0) return all;
  }
}
