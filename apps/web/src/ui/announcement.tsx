import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

import { Confirmation, type Seen } from "./Confirmation.tsx";

/** `seen`: it is shown as well, for a few seconds. */
type Announce = (text: string, seen?: Seen) => void;
const AnnounceContext = createContext<Announce>(() => undefined);

/** One polite live region for the whole screen, and the place where what was done is seen for a moment. */
export function AnnouncementProvider({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState({ text: "", turn: 0 });
  const [shown, setShown] = useState<{ readonly text: string; readonly seen: Seen; readonly turn: number } | null>(
    null,
  );
  const announce = useCallback<Announce>((text, seen) => {
    setSpoken((last) => ({ text, turn: last.turn + 1 }));
    if (seen !== undefined) setShown((last) => ({ text, seen, turn: (last?.turn ?? 0) + 1 }));
  }, []);
  const forget = useCallback(
    (turn: number) => setShown((now) => (now?.turn === turn ? { ...now, text: "" } : now)),
    [],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* The same text twice in a row is spoken twice: the two regions take turns. */}
      <div className="visually-hidden" role="status">
        <span>{spoken.turn % 2 === 0 ? spoken.text : ""}</span>
        <span>{spoken.turn % 2 === 1 ? spoken.text : ""}</span>
      </div>
      {shown === null || shown.text === "" ? null : (
        <Confirmation key={shown.turn} text={shown.text} seen={shown.seen} onGone={() => forget(shown.turn)} />
      )}
    </AnnounceContext>
  );
}

/** Says something to screen readers; it is also to be seen on the screen: where it stands, or by `seen` for a moment. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
