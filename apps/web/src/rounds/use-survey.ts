import { useMutation, useQuery } from "@tanstack/react-query";

import { useTRPC } from "#app/trpc";

import { useRoundsChanged } from "./use-rounds.ts";

export function useSurvey(surveyId: string) {
  return useQuery(useTRPC().rounds.survey.queryOptions({ surveyId }));
}

/** The steps of the editor. Each brings surveys, rounds and trends anew from the server, whether it was taken or refused. */
export function useEditSurvey() {
  return useMutation(useTRPC().rounds.editSurvey.mutationOptions({ onSettled: useRoundsChanged() }));
}

export function useSetDimensions() {
  return useMutation(useTRPC().rounds.setDimensions.mutationOptions({ onSettled: useRoundsChanged() }));
}

export function useAddQuestion() {
  return useMutation(useTRPC().rounds.addQuestion.mutationOptions({ onSettled: useRoundsChanged() }));
}

export function useEditQuestion() {
  return useMutation(useTRPC().rounds.editQuestion.mutationOptions({ onSettled: useRoundsChanged() }));
}

export function useRemoveQuestion() {
  return useMutation(useTRPC().rounds.removeQuestion.mutationOptions({ onSettled: useRoundsChanged() }));
}

export function useSetQuestionnaire() {
  return useMutation(useTRPC().rounds.setQuestionnaire.mutationOptions({ onSettled: useRoundsChanged() }));
}

export function useNextRound() {
  return useMutation(useTRPC().rounds.next.mutationOptions({ onSettled: useRoundsChanged() }));
}

export function useEditRound() {
  return useMutation(useTRPC().rounds.edit.mutationOptions({ onSettled: useRoundsChanged() }));
}

/** What has been typed in; asked only by those who edit rounds. */
export function useTypedCounts(roundId: string) {
  return useQuery(useTRPC().rounds.counts.queryOptions({ roundId }));
}

export function useSetCounts() {
  return useMutation(useTRPC().rounds.setCounts.mutationOptions({ onSettled: useRoundsChanged() }));
}
