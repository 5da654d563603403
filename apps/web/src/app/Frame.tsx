import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";

import { useCommands, useLayer } from "#ui/shortcuts";

import styles from "./Frame.module.css";
import { useFrameCommands } from "./frame-commands.ts";
import { DemonstrationNote } from "./parts/DemonstrationNote.tsx";
import { Rail } from "./parts/Rail.tsx";
import { TopBar } from "./parts/TopBar.tsx";
import { useOrganisation } from "./session.tsx";

const Palette = lazy(() => import("./parts/Palette.tsx").then((file) => ({ default: file.Palette })));
const WriteDown = lazy(() => import("#feedback/WriteDown").then((file) => ({ default: file.WriteDown })));
const Help = lazy(() => import("./parts/Help.tsx").then((file) => ({ default: file.Help })));

/** Rail, top bar and the room between them; below 900 px the rail lies at the bottom. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation("app");
  const palette = useLayer();
  const help = useLayer();
  const writing = useLayer();
  const { demonstration } = useOrganisation();
  useCommands(useFrameCommands(palette.show, help.show, writing.show));
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {t("skip")}
      </a>
      <TopBar onSearch={palette.show} onHelp={help.show} />
      {demonstration ? <DemonstrationNote place="strip" /> : null}
      <Rail />
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
      <Suspense fallback={null}>
        {palette.open ? <Palette onClose={palette.hide} /> : null}
        {writing.open ? <WriteDown onClose={writing.hide} /> : null}
        {help.open ? <Help onClose={help.hide} /> : null}
      </Suspense>
    </div>
  );
}
