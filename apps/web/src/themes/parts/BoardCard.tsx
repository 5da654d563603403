import { Menu } from "@mantine/core";
import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import IconArrowRight from "@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs";
import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useName } from "#locales/use-language";
import { type MoveOffer, nextMove } from "#themes/theme-move";
import type { ThemeMoveRequest } from "#themes/use-themes";
import { Button } from "#ui/Button";
import { menuLook } from "#ui/menu-look";

import classes from "./BoardCard.module.css";
import { CardFacts } from "./CardFacts.tsx";
import { Mentions } from "./Mentions.tsx";
import { MoveForm } from "./MoveForm.tsx";

interface BoardCardProps {
  readonly card: ThemeCard;
  readonly parent: ThemeCard | undefined;
  readonly moving: MoveOffer | undefined;
  readonly onMove: (offer: MoveOffer) => void;
  readonly onMoved: (request: ThemeMoveRequest) => void;
  readonly onClose: () => void;
}

/** A theme on the board: what is said, who has it, and what its next move lacks. */
export function BoardCard({ card, parent, moving, onMove, onMoved, onClose }: BoardCardProps) {
  const name = useName();
  const { slug } = useOrganisation();
  return (
    <article
      className={classes.card}
      data-moving={moving !== undefined || undefined}
      draggable={card.moves.length > 0 && moving === undefined}
      onDragStart={(event) => event.dataTransfer.setData("text/plain", card.id)}
    >
      {parent !== undefined && <p className={classes.parent}>{name(parent.names)}</p>}
      <h3 className={classes.name}>
        <Link to="/$organisation/themes/$themeId" params={{ organisation: slug, themeId: card.id }}>
          {name(card.names)}
        </Link>
      </h3>
      {card.status === "declined" ? <p className={classes.reason}>{card.publicReason}</p> : <Mentions card={card} />}
      {card.status !== "declined" && <CardFacts card={card} />}
      {moving === undefined ? (
        <NextMove card={card} onMove={onMove} />
      ) : (
        <MoveForm card={card} offer={moving} onMoved={onMoved} onClose={onClose} />
      )}
    </article>
  );
}

function NextMove({ card, onMove }: { readonly card: ThemeCard; readonly onMove: (offer: MoveOffer) => void }) {
  const { t } = useTranslation("themes");
  const next = nextMove(card);
  if (card.moves.length === 0) return null;
  return (
    <div className={classes.next}>
      {next === null ? (
        <span />
      ) : next.missing.length === 0 ? (
        <p className={classes.ready}>
          <IconCheck size={14} stroke={1.75} aria-hidden="true" />
          {t(`ready.${next.to}`)}
        </p>
      ) : (
        <p>
          <strong>{t("lacks")}</strong> {next.missing.map((requirement) => t(`lack.${requirement}`)).join(", ")}
        </p>
      )}
      <MoveMenu card={card} onMove={onMove} />
    </div>
  );
}

/** The keyboard way of dragging: every move that this person may make. */
export function MoveMenu({
  card,
  onMove,
}: {
  readonly card: Pick<ThemeCard, "moves" | "names">;
  readonly onMove: (offer: MoveOffer) => void;
}) {
  const { t } = useTranslation("themes");
  const name = useName();
  return (
    <Menu position="bottom-end" classNames={menuLook}>
      <Menu.Target>
        <Button kind="icon" small aria-label={t("move.menu", { name: name(card.names) })} title={t("move.menuShort")}>
          <IconArrowRight size={16} stroke={1.75} aria-hidden="true" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("move.menuShort")}</Menu.Label>
        {card.moves.map((offer) => (
          <Menu.Item key={offer.to} onClick={() => onMove(offer)}>
            {t(`status.${offer.to}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
