import { writtenDownSources } from "@kuultu/domain/feedback/answer-step";
import { feedbackKindSchema } from "@kuultu/domain/feedback/triage-schema";
import { type TextLanguage } from "@kuultu/domain/language";
import { textLanguageSchema } from "@kuultu/domain/language-schema";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import { useTRPC, useTRPCClient } from "#app/trpc";
import { useName } from "#locales/use-language";
import type { FieldOption } from "#ui/Field";
import { useKeptDraft } from "#ui/kept-draft";
import { newId } from "#ui/new-id";

import { phoneChannel } from "./written-down.ts";

/** What is being written down, as typed; `itemId` stays through every try to save it. Empty: not chosen. */
const writtenDraftSchema = z.object({
  itemId: z.string(),
  source: z.enum(writtenDownSources),
  body: z.string(),
  kind: feedbackKindSchema,
  serviceId: z.string(),
  /** Null: nobody has said; then the way in which it came tells it. */
  channelId: z.string().nullable(),
  siteId: z.string(),
  language: z.union([textLanguageSchema, z.literal("")]),
  replyExpected: z.boolean(),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
});
export type WrittenDraft = z.infer<typeof writtenDraftSchema>;

function blankDraft(): WrittenDraft {
  return {
    itemId: newId(),
    source: "phone_note",
    body: "",
    kind: "other",
    serviceId: "",
    channelId: null,
    siteId: "",
    language: "",
    replyExpected: false,
    contact: { name: "", email: "", phone: "" },
  };
}

export function useWrittenDraft(organisation: string) {
  const { draft, change, clear } = useKeptDraft(`kuultu.written-down.${organisation}`, writtenDraftSchema, blankDraft);
  /** Begins the next one; what has been written on since it was sent stays, and will be an item of its own. */
  const next = (sent: WrittenDraft): void => {
    if (!clear(sent)) change({ itemId: newId() });
  };
  return { draft, change, next };
}

export function useWriteDown() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation(
    trpc.feedback.writeDown.mutationOptions({
      onSuccess: () => {
        void cache.invalidateQueries(trpc.feedback.list.infiniteQueryFilter());
        void cache.invalidateQueries(trpc.feedback.summary.queryFilter());
        void cache.invalidateQueries(trpc.feedback.counts.queryFilter());
      },
    }),
  );
}

export interface FacetChoices extends Readonly<Record<"service" | "channel" | "site", readonly FieldOption[]>> {
  /** The channel by which calls come; undefined where the organisation has none that is called so. */
  readonly phoneChannelId: string | undefined;
}

/** The organisation's services, channels and sites to choose from. */
export function useFacetChoices(): FacetChoices {
  const trpc = useTRPC();
  const name = useName();
  const { data } = useQuery(trpc.feedback.facets.queryOptions(undefined, { staleTime: 60_000 }));
  const of = (facet: "service" | "channel" | "site"): FieldOption[] =>
    (data?.[facet] ?? []).map(({ id, names }) => ({ value: id, label: name(names) }));
  return {
    service: of("service"),
    channel: of("channel"),
    site: of("site"),
    phoneChannelId: phoneChannel(data?.channel ?? []),
  };
}

/** The language of what is written so far; undefined until there is enough of it. */
export function useRecognisedLanguage(body: string): TextLanguage | undefined {
  const client = useTRPCClient();
  const [text] = useDebouncedValue(body.trim().slice(0, 400), 500);
  const { data } = useQuery({
    queryKey: ["recognised-language", text],
    queryFn: () => client.feedback.recogniseLanguage.mutate({ text }),
    enabled: text.length >= 8,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return text.length >= 8 ? data : undefined;
}
