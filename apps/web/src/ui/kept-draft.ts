import { useState } from "react";
import type { z } from "zod";

export interface KeptDraft<T> {
  readonly draft: T;
  readonly change: (part: Partial<T>) => void;
  /** Forgets it and begins anew. */
  readonly clear: () => void;
}

/** What is being written, kept in this tab until it is sent: a reload, a refusal or a closed panel loses nothing. */
export function useKeptDraft<T extends object>(key: string, schema: z.ZodType<T>, blank: () => T): KeptDraft<T> {
  const [kept, setKept] = useState(() => ({ key, draft: stored(key, schema) ?? blank() }));
  // Another thing is written about: its own draft.
  const current = kept.key === key ? kept : { key, draft: stored(key, schema) ?? blank() };
  if (current !== kept) setKept(current);
  const write = (draft: T): void => {
    sessionStorage.setItem(key, JSON.stringify(draft));
    setKept({ key, draft });
  };
  return {
    draft: current.draft,
    change: (part) => write({ ...current.draft, ...part }),
    clear: () => {
      sessionStorage.removeItem(key);
      setKept({ key, draft: blank() });
    },
  };
}

function stored<T>(key: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null")).data;
  } catch {
    return undefined;
  }
}
