import { useMutation } from "@tanstack/react-query";

import { useTRPC } from "#app/trpc";

import { useThemesChanged } from "./use-themes.ts";

/** The steps of a theme's page. Each brings the page anew from the server, whether it was taken or refused. */
export function useEditTheme() {
  return useMutation(useTRPC().themes.edit.mutationOptions({ onSettled: useThemesChanged() }));
}

export function usePinTheme() {
  return useMutation(useTRPC().themes.pin.mutationOptions({ onSettled: useThemesChanged() }));
}

export function useAddAction() {
  return useMutation(useTRPC().themes.addAction.mutationOptions({ onSettled: useThemesChanged() }));
}

export function useEditAction() {
  return useMutation(useTRPC().themes.editAction.mutationOptions({ onSettled: useThemesChanged() }));
}

export function useAddMeasure() {
  return useMutation(useTRPC().themes.addMeasure.mutationOptions({ onSettled: useThemesChanged() }));
}

export function useAddMeasurement() {
  return useMutation(useTRPC().themes.addMeasurement.mutationOptions({ onSettled: useThemesChanged() }));
}
