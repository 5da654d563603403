import type { SavedView } from "@kuultu/domain/feedback/saved-view";
import IconDots from "@tabler/icons-react/dist/esm/icons/IconDots.mjs";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { deferred } from "#ui/deferred";

import type { ListedView, Views } from "../use-views.ts";
import styles from "./Facets.module.css";

export interface ViewMenuProps {
  readonly view: ListedView;
  readonly saved: SavedView;
  readonly views: Views;
  readonly onName: (view: string | null) => void;
}

interface ViewMenuButtonProps {
  readonly name: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The menu itself gives the button more properties, a class among them. */
export function ViewMenuButton({ name, className = "", ref, ...rest }: ViewMenuButtonProps) {
  const { t } = useTranslation("views");
  return (
    <Button
      kind="icon"
      small
      className={`${styles.viewMenu} ${className}`}
      aria-haspopup="menu"
      aria-label={t("menu", { name })}
      {...(ref !== undefined && { ref })}
      {...rest}
    >
      <IconDots size={14} stroke={1.75} />
    </Button>
  );
}

/** What can be done with a saved view. */
export const ViewMenu = deferred<ViewMenuProps>(
  async () => (await import("./ViewMenuLayer.tsx")).ViewMenuLayer,
  ({ view }) => <ViewMenuButton name={view.name} />,
);
