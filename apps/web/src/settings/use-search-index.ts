import type { SearchStatus } from "@kuultu/domain/search/search-status";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useTRPC } from "#app/trpc";
import { useAnnounce } from "#ui/announcement";

const lookAgainMs = 1000;

export interface SearchIndex {
  /** Undefined until it is known. */
  readonly status: SearchStatus | undefined;
  /** Why something could not be done, in words. */
  readonly problem: string | null;
  /** Has every text indexed anew. */
  readonly again: () => void;
  readonly beginning: boolean;
}

/** How search stands, looked at again and again while texts are being indexed; begin and end are said aloud. */
export function useSearchIndex(): SearchIndex {
  const { t } = useTranslation("search");
  const trpc = useTRPC();
  const client = useQueryClient();
  const announce = useAnnounce();
  const errorWords = useErrorWords();
  const asked = trpc.search.status.queryOptions(undefined, {
    refetchInterval: ({ state }) => (state.data?.indexing == null ? false : lookAgainMs),
  });
  const { data: status, error } = useQuery(asked);
  const begin = useMutation(
    trpc.search.reindex.mutationOptions({
      onSuccess: (begun) => {
        client.setQueryData(asked.queryKey, begun);
        announce(t("saidBegun"));
      },
    }),
  );
  const indexing = status === undefined ? undefined : status.indexing !== null;
  const before = useRef(indexing);
  useEffect(() => {
    if (before.current === true && indexing === false) announce(t("saidDone"));
    before.current = indexing;
  }, [indexing, announce, t]);
  const wrong = begin.error ?? error;
  return {
    status,
    problem: wrong === null ? null : errorWords(wrong),
    again: () => begin.mutate(),
    beginning: begin.isPending,
  };
}
