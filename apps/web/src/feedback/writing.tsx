import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

/** Says that a field is being written in; returns what says that it is not any more. */
type Begin = () => () => void;
const WritingContext = createContext<Begin>(() => () => undefined);

/** Knows whether anything within is being written: a note, an answer. */
export function WritingProvider({ children }: { readonly children: (writing: boolean) => ReactNode }) {
  const [open, setOpen] = useState(0);
  const begin = useCallback<Begin>(() => {
    setOpen((before) => before + 1);
    return () => setOpen((before) => before - 1);
  }, []);
  return <WritingContext value={begin}>{children(open > 0)}</WritingContext>;
}

/** Others at the item are told that this person writes, for as long as the calling field is there. */
export function useWriting(): void {
  const begin = useContext(WritingContext);
  useEffect(() => begin(), [begin]);
}
