import { useEffect, useRef, useState } from "react";
import type { z } from "zod";

export interface KeptDraft<T> {
  readonly draft: T;
  /** Changes what is written now, also where it is called late. */
  readonly change: (part: Partial<T>) => void;
  /** Forgets it and begins anew. `sent`: only where nothing has been written on since; whether it is forgotten. */
  readonly clear: (sent?: T) => boolean;
}

/** What is being written, kept in this tab until it is sent: a reload, a refusal or a closed panel loses nothing. */
export function useKeptDraft<T extends object>(key: string, schema: z.ZodType<T>, blank: () => T): KeptDraft<T> {
  const [kept, setKept] = useState(() => ({ key, draft: stored(key, schema) ?? blank() }));
  // Another thing is written about: its own draft.
  const current = kept.key === key ? kept : { key, draft: stored(key, schema) ?? blank() };
  if (current !== kept) setKept(current);
  // An answer of the server comes to what stood there when it was asked; meanwhile people write on.
  const newest = useRef(current);
  useEffect(() => void (newest.current = current));
  const now = (): T => (newest.current.key === key ? newest.current.draft : (stored(key, schema) ?? blank()));
  const show = (draft: T): void => {
    if (newest.current.key === key) newest.current = { key, draft };
    setKept({ key, draft });
  };
  return {
    draft: current.draft,
    change: (part) => {
      const draft = { ...now(), ...part };
      sessionStorage.setItem(key, JSON.stringify(draft));
      show(draft);
    },
    clear: (sent) => {
      if (sent !== undefined && JSON.stringify(sent) !== JSON.stringify(now())) return false;
      sessionStorage.removeItem(key);
      show(blank());
      return true;
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
