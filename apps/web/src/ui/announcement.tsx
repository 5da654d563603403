import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Announce = (text: string) => void;
const AnnounceContext = createContext<Announce>(() => undefined);

/** One polite live region for the whole screen. */
export function AnnouncementProvider({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState({ text: "", turn: 0 });
  const announce = useCallback((text: string) => setSpoken((last) => ({ text, turn: last.turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* The same text twice in a row is spoken twice: the two regions take turns. */}
      <div className="visually-hidden" role="status">
        <span>{spoken.turn % 2 === 0 ? spoken.text : ""}</span>
        <span>{spoken.turn % 2 === 1 ? spoken.text : ""}</span>
      </div>
    </AnnounceContext>
  );
}

/** Says something to screen readers; it is also to be seen on the screen. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
