import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useTRPC } from "#app/trpc";

import type { FeedbackSearch } from "../feedback-search.ts";
import { FacetRow } from "./FacetGroup.tsx";

const clocks = ["answer", "routing"] as const;

/** Answers and routed items past their clocks, where there are any: a row of the view each. The counts are the whole round's. */
export function LateClockFacet(props: {
  readonly search: FeedbackSearch;
  readonly onPress: (clock: FeedbackSearch["pastClock"]) => void;
}) {
  const { t } = useTranslation("steps");
  const { roundId, pastClock } = props.search;
  const summary = useQuery(useTRPC().feedback.summary.queryOptions({ roundId: roundId ?? null })).data;
  return clocks.map((clock) => {
    const count = clock === "answer" ? summary?.pastAnswer : summary?.pastRouting;
    const pressed = pastClock === clock;
    if (!pressed && (count ?? 0) === 0) return null;
    return (
      <li key={clock}>
        <FacetRow
          name={
            <>
              <IconClockExclamation size={16} stroke={1.5} aria-hidden="true" />
              {t(`late.${clock}`)}
            </>
          }
          count={count}
          capped={false}
          pressed={pressed}
          alert
          onPress={() => props.onPress(pressed ? undefined : clock)}
        />
      </li>
    );
  });
}
