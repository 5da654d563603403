import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";
import IconPencil from "@tabler/icons-react/dist/esm/icons/IconPencil.mjs";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useMay, useOrganisation } from "#app/session";
import { useLanguage, useName } from "#locales/use-language";
import type { MoveOffer } from "#themes/theme-move";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { day } from "#ui/figures";

import { EditThemeForm } from "./EditThemeForm.tsx";
import { MoveForm } from "./MoveForm.tsx";
import { StatusPath } from "./StatusPath.tsx";
import classes from "./ThemeHead.module.css";

/** Name, owner, the way of the theme, and the moves that can be made. */
export function ThemeHead({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const name = useName();
  const may = useMay();
  const announce = useAnnounce();
  const { slug } = useOrganisation();
  const [editing, setEditing] = useState(false);
  const [moving, setMoving] = useState<MoveOffer | null>(null);
  const facts = [
    theme.owner === null ? t("owner.none") : t("owner.is", { name: theme.owner.name }),
    theme.targetOn === null ? null : t("fact.target", { day: day(language, theme.targetOn) }),
    theme.deliveredOn === null ? null : t("fact.delivered", { day: day(language, theme.deliveredOn) }),
  ].filter((fact) => fact !== null);
  return (
    <header className={classes.head}>
      <nav aria-label={t("breadcrumb")} className={classes.trail}>
        <Link to="/$organisation/themes" params={{ organisation: slug }}>
          {t("title")}
        </Link>{" "}
        › <span aria-current="page">{name(theme.names)}</span>
      </nav>
      <div className={classes.row}>
        <div className={classes.words}>
          <h1 className={classes.title}>{name(theme.names)}</h1>
          <p className={classes.about}>
            {name(theme.descriptions)} <span>{facts.join(" · ")}</span>
          </p>
        </div>
        <StatusPath status={theme.status} />
      </div>
      {theme.publicReason !== null && theme.status === "declined" && (
        <p className={classes.about}>{theme.publicReason}</p>
      )}
      <div className={classes.actions}>
        {theme.moves.map((offer) => (
          <Button
            key={offer.to}
            kind="field"
            aria-expanded={moving?.to === offer.to}
            onClick={() => setMoving(moving?.to === offer.to ? null : offer)}
          >
            {t("move.to", { status: t(`status.${offer.to}`) })}
          </Button>
        ))}
        {(may("themes.run") || may("codebook.edit")) && (
          <Button aria-expanded={editing} onClick={() => setEditing(!editing)}>
            <IconPencil size={16} stroke={1.75} aria-hidden="true" />
            {t("edit.title")}
          </Button>
        )}
      </div>
      {moving !== null && (
        <div className={classes.form} key={moving.to}>
          <MoveForm
            card={theme}
            offer={moving}
            onClose={() => setMoving(null)}
            onMoved={({ offer }) => {
              setMoving(null);
              announce(t("move.done", { status: t(`status.${offer.to}`) }));
            }}
          />
        </div>
      )}
      {editing && <EditThemeForm theme={theme} onClose={() => setEditing(false)} />}
    </header>
  );
}
