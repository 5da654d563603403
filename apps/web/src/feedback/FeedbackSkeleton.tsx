import { useTranslation } from "react-i18next";

import { useMay } from "#app/session";
import { Skeleton } from "#ui/Skeleton";

import page from "./FeedbackPage.module.css";
import { FacetsSkeleton } from "./parts/FacetsSkeleton.tsx";
import flow from "./parts/FlowStrip.module.css";
import { PaneSkeleton } from "./parts/PaneSkeleton.tsx";
import head from "./parts/QueueHead.module.css";
import { QueueSkeleton } from "./parts/QueueSkeleton.tsx";
import truth from "./parts/TruthHeader.module.css";

/** Triage while its script is on the way: every part in its place and size, so that nothing moves when it comes. */
export function FeedbackSkeleton() {
  const { t } = useTranslation("app");
  const runsThemes = useMay()("themes.run");
  return (
    <div className={page.triage} aria-busy="true">
      <h1 className="visually-hidden">{t("rooms.feedback")}</h1>
      <div className={page.left}>
        <header className={truth.truth} aria-hidden="true">
          <div className={truth.round}>
            <Skeleton width={128} height={16} />
          </div>
          <div className={truth.line}>
            <Skeleton width={180} height={32} />
          </div>
          <div className={truth.ledger}>
            <Skeleton height={32} />
          </div>
          {runsThemes ? <div className={flow.strip} /> : null}
        </header>
        <div className={page.facets}>
          <FacetsSkeleton />
        </div>
        <div className={page.queue}>
          <div className={head.head}>
            <div className={head.line} />
          </div>
          <QueueSkeleton />
        </div>
      </div>
      <div className={page.pane}>
        <PaneSkeleton />
      </div>
    </div>
  );
}
