import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useLanguage } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { inOrder } from "#ui/figures";
import { SkeletonLines } from "#ui/Skeleton";

import { TeamForm } from "./TeamForm.tsx";
import classes from "../SettingsSection.module.css";
import { useTeams } from "../use-teams.ts";

/** The teams with their members; each is changed where it stands. */
export function TeamsSection() {
  const { t } = useTranslation("settings");
  const language = useLanguage();
  const errorWords = useErrorWords();
  const announce = useAnnounce();
  /** The id of the team whose form is open, or "new". */
  const [open, setOpen] = useState<string | null>(null);
  const { teams, people } = useTeams();
  const saved = (name: string): void => {
    setOpen(null);
    announce(t("teams.saved", { name }));
  };
  const close = (): void => setOpen(null);
  if (teams.error !== null) return <EmptyState title={errorWords(teams.error)} />;
  if (teams.data === undefined) return <SkeletonLines count={4} height={20} gap={16} />;
  return (
    <>
      {teams.data.length === 0 && open === null ? (
        <EmptyState title={t("teams.empty")} lines={t("teams.emptyLines")} />
      ) : (
        <ul className={classes.rows}>
          {inOrder(language, teams.data, ({ name }) => name).map((team) => (
            <li key={team.id}>
              {open === team.id ? (
                <TeamForm team={team} people={people} onSaved={saved} onClose={close} />
              ) : (
                <div className={classes.row}>
                  <p className={classes.name}>
                    <strong>{team.name}</strong>
                    {team.active ? null : <span className={classes.note}> · {t("teams.given")}</span>}
                  </p>
                  <p className={classes.facts}>{team.members.map(({ name }) => name).join(", ") || t("teams.none")}</p>
                  <Button
                    small
                    kind="field"
                    aria-label={t("edit", { name: team.name })}
                    onClick={() => setOpen(team.id)}
                  >
                    {t("editShort")}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {open === "new" ? (
        <TeamForm people={people} onSaved={saved} onClose={close} />
      ) : (
        <Button kind="field" onClick={() => setOpen("new")}>
          <IconPlus size={16} stroke={1.75} aria-hidden="true" />
          {t("teams.add")}
        </Button>
      )}
    </>
  );
}
