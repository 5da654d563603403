import type { DuplicateCandidate } from "@kuultu/domain/feedback/duplicate-candidate";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useTRPC } from "#app/trpc";
import { useAnnounce } from "#ui/announcement";

/** Merges several items into one, in one step; afterwards the list, its figures and the repeats are as the server has them. */
export function useMerge(keptId: string, onMerged: () => void) {
  const { t } = useTranslation("reading");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const errorWords = useErrorWords();
  const { mutate, isPending, error } = useMutation(
    trpc.feedback.mergeDuplicates.mutationOptions({
      onSuccess: ({ items }, { repeats }) => {
        for (const item of items) cache.setQueryData(trpc.feedback.item.queryKey({ itemId: item.id }), item);
        announce(t("duplicates.merged", { count: repeats.length }));
        onMerged();
      },
      onSettled: () => {
        void cache.invalidateQueries(trpc.feedback.list.infiniteQueryFilter());
        void cache.invalidateQueries(trpc.feedback.summary.queryFilter());
        void cache.invalidateQueries(trpc.feedback.counts.queryFilter());
        void cache.invalidateQueries(trpc.feedback.repeats.queryFilter());
        void cache.invalidateQueries(trpc.feedback.duplicateCandidates.queryFilter());
      },
    }),
  );
  return {
    merge: (repeats: readonly DuplicateCandidate[]): void => {
      if (!isPending && repeats.length > 0)
        mutate({ keptId, repeats: repeats.map(({ id, version }) => ({ itemId: id, version })) });
    },
    refusal: error === null ? null : errorWords(error),
  };
}
