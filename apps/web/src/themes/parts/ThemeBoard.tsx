import type { ThemeStatus } from "@kuultu/domain/themes/theme-status";
import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { type BoardColumn, boardOf } from "#themes/theme-board-data";
import type { MoveOffer } from "#themes/theme-move";
import type { ThemeMoveRequest } from "#themes/use-themes";
import { wholeNumber } from "#ui/figures";

import { BoardCard } from "./BoardCard.tsx";
import classes from "./ThemeBoard.module.css";

interface ThemeBoardProps {
  readonly themes: readonly ThemeCard[];
  readonly ownerId: string | undefined;
  readonly onMoved: (request: ThemeMoveRequest) => void;
  /** Tells a move that is not on offer to those who dropped a card there. */
  readonly onRefused: (status: ThemeStatus) => void;
}

/** The themes by state. A card is moved by its menu or by dragging; either way the card itself asks for what is missing. */
export function ThemeBoard({ themes, ownerId, onMoved, onRefused }: ThemeBoardProps) {
  const [moving, setMoving] = useState<{ readonly id: string; readonly offer: MoveOffer } | null>(null);
  const board = boardOf(themes, ownerId);

  function drop(status: ThemeStatus, event: DragEvent): void {
    event.preventDefault();
    const card = themes.find((one) => one.id === event.dataTransfer.getData("text/plain"));
    if (card === undefined || card.status === status) return;
    const offer = card.moves.find((move) => move.to === status);
    if (offer === undefined) onRefused(status);
    else setMoving({ id: card.id, offer });
  }

  const column = ({ status, cards }: BoardColumn) => (
    <Column key={status} status={status} count={cards.length} onDrop={(event) => drop(status, event)}>
      {cards.map((card) => (
        <li key={card.id}>
          <BoardCard
            card={card}
            parent={themes.find((one) => one.id === card.parentId)}
            moving={moving?.id === card.id ? moving.offer : undefined}
            onMove={(offer) => setMoving({ id: card.id, offer })}
            onMoved={(request) => {
              setMoving(null);
              onMoved(request);
            }}
            onClose={() => setMoving(null)}
          />
        </li>
      ))}
    </Column>
  );

  return (
    <div className={classes.board}>
      {board.columns.slice(0, -1).map(column)}
      <div className={classes.last}>
        {board.columns.slice(-1).map(column)}
        {column(board.declined)}
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly status: ThemeStatus;
  readonly count: number;
  readonly onDrop: (event: DragEvent) => void;
  readonly children: React.ReactNode;
}

function Column({ status, count, onDrop, children }: ColumnProps) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  return (
    <section
      className={classes.column}
      aria-label={t(`status.${status}`)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <h2 className={classes.head}>
        {t(`status.${status}`)} <span className="figures">{wholeNumber(language, count)}</span>
      </h2>
      {count === 0 && (status === "verified" || status === "new") ? (
        <p className={classes.empty}>{t(status === "verified" ? "empty.verified" : "empty.new")}</p>
      ) : null}
      <ul className={classes.cards}>{children}</ul>
    </section>
  );
}
