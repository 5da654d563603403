import { type PresentPerson, presenceEveryMs } from "@kuultu/domain/live/live-view";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLive } from "#app/live";
import { useTRPCClient } from "#app/trpc";
import { useAnnounce } from "#ui/announcement";

/** Whoever only passes an item on the way to another is not there. */
const settledMs = 600;

/** A person's name, and that they are writing. */
export function usePersonWords(): (person: PresentPerson) => string {
  const { t } = useTranslation("live");
  return ({ name, writing }) => (writing ? t("writing", { name }) : name);
}

/** Who came, or began to write; who ceases to is not told of. */
function isNews({ staffId, writing }: PresentPerson, known: readonly PresentPerson[]): boolean {
  const before = known.find((each) => each.staffId === staffId);
  return before === undefined || (writing && !before.writing);
}

/** Says that this screen has the item open, for as long as it has; who else has. */
export function usePresence(itemId: string, writing: boolean): readonly PresentPerson[] {
  const { t } = useTranslation("live");
  const client = useTRPCClient();
  const announce = useAnnounce();
  const [at, setAt] = useState<{ readonly itemId: string; readonly people: readonly PresentPerson[] } | null>(null);
  const wordsOf = usePersonWords();
  const told = useRef<typeof at>(null);
  const show = (there: { readonly itemId: string; readonly people: readonly PresentPerson[] }): void => {
    setAt(there);
    const known = told.current?.itemId === there.itemId ? told.current.people : [];
    const news = there.people.filter((person) => isNews(person, known));
    if (news.length > 0) announce(t("came", { names: news.map(wordsOf).join(", ") }));
    told.current = there;
  };
  const newest = useRef(show);
  useEffect(() => {
    newest.current = show;
  });
  const { screenId } = useLive(({ presence }) => {
    if (presence?.itemId === itemId) show(presence);
  });
  useEffect(() => {
    let here = true;
    const say = (): void => {
      if (document.visibilityState === "hidden") return;
      client.live.presence.mutate({ screenId, itemId, writing }).then(
        (people) => {
          if (here) newest.current({ itemId, people });
        },
        // Presence is a courtesy: without it the work goes on.
        () => undefined,
      );
    };
    const settled = setTimeout(say, settledMs);
    const timer = setInterval(say, presenceEveryMs);
    return () => {
      here = false;
      clearTimeout(settled);
      clearInterval(timer);
    };
  }, [client, screenId, itemId, writing]);
  useEffect(
    () => () => {
      client.live.presence.mutate({ screenId, itemId: null }).catch(() => undefined);
    },
    [client, screenId],
  );
  return at?.itemId === itemId ? at.people : [];
}
