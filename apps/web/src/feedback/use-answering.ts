import type { Contact } from "@kuultu/domain/feedback/contact";
import type { AnswerPlace } from "@kuultu/domain/feedback/answer";
import type { FeedbackDetail, StepResult } from "@kuultu/domain/feedback/feedback-view";
import type { Language } from "@kuultu/domain/language";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { serverError, useTRPC, useTRPCClient } from "#app/trpc";

export interface AnswerWords {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

/** What the panel begins with. */
export function useAnswerDesk(itemId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.feedback.answerDesk.queryOptions({ itemId }, { staleTime: 0, gcTime: 0 }));
}

const contactKey = (itemId: string) => ["answer-contact", itemId] as const;

/** The giver's contact, asked for once for as long as the panel is open and kept nowhere after; each asking is logged. */
export function useContact(itemId: string, known: boolean) {
  const client = useTRPCClient();
  const options = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, enabled: known } as const;
  return useQuery<Contact | null>({
    queryKey: contactKey(itemId),
    queryFn: () => client.feedback.openContact.mutate({ itemId }),
    ...options,
  });
}

export function useSetContact(itemId: string) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation(
    trpc.feedback.setContact.mutationOptions({
      onSuccess: (contact) => {
        cache.setQueryData(contactKey(itemId), contact);
        void cache.invalidateQueries(trpc.feedback.item.queryFilter({ itemId }));
      },
    }),
  );
}

/** What would be sent; `contactName`: a corrected name changes it. */
export function useAnswerPreview(itemId: string, words: AnswerWords, contactName: string | null | undefined) {
  const client = useTRPCClient();
  return useQuery({
    queryKey: ["answer-preview", itemId, words, contactName ?? ""],
    queryFn: () => client.feedback.previewAnswer.mutate({ itemId, ...words }),
    enabled: words.subject.trim() !== "" && words.body.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Whether the item has changed since it was shown, perhaps by an answer under the same id whose reply got lost: what is written now needs an id of its own. */
export function isOvertaken(error: unknown): boolean {
  return serverError(error)?.data?.violation?.code === "changed-meanwhile";
}

/** The words of a template as they read for this item, for what was said elsewhere; braces that nothing fills stay to be seen. */
export function useFilledTemplate(itemId: string) {
  const client = useTRPCClient();
  return useMutation({
    mutationFn: (words: AnswerWords) => client.feedback.previewAnswer.mutate({ itemId, ...words }),
  });
}

/** Giving an answer one way or another; the screen shows the item as the server gives it back. */
export function useAnswerSteps(item: Pick<FeedbackDetail, "id" | "version">) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const seen = { itemId: item.id, version: item.version };
  const onSuccess = (result: StepResult): void => {
    cache.setQueryData(trpc.feedback.item.queryKey({ itemId: item.id }), result.item);
    void cache.invalidateQueries(trpc.feedback.list.infiniteQueryFilter());
    void cache.invalidateQueries(trpc.feedback.summary.queryFilter());
    void cache.invalidateQueries(trpc.feedback.counts.queryFilter());
    void cache.invalidateQueries(trpc.feedback.undelivered.queryFilter());
    void cache.invalidateQueries(trpc.feedback.answerDesk.queryFilter());
  };
  const onError = (): void => void cache.invalidateQueries(trpc.feedback.item.queryFilter({ itemId: item.id }));
  return {
    give: useMutation({
      mutationFn: (answer: AnswerWords & { readonly answerId: string }) =>
        client.feedback.giveAnswer.mutate({ ...seen, ...answer }),
      onSuccess,
      onError,
    }),
    elsewhere: useMutation({
      mutationFn: (answer: { readonly answerId: string; readonly place: AnswerPlace; readonly body: string }) =>
        client.feedback.answerElsewhere.mutate({ ...seen, ...answer }),
      onSuccess,
      onError,
    }),
    again: useMutation({
      mutationFn: (answerId: string) => client.feedback.sendAnswerAgain.mutate({ ...seen, answerId }),
      onSuccess,
    }),
  };
}
