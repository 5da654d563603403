import type { Ref } from "react";
import { useTranslation } from "react-i18next";

import { deferred } from "#ui/deferred";
import { initials } from "#ui/initials";

import { useSession } from "../session.tsx";
import styles from "./PersonMenu.module.css";

export interface PersonMenuProps {
  readonly onHelp: () => void;
}

/** What a menu adds to its button comes as further properties. */
export function PersonButton({
  ref,
  className = "",
  ...rest
}: {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly className?: string;
}) {
  const { t } = useTranslation("app");
  const { me } = useSession();
  return (
    <button
      type="button"
      className={`${styles.person} ${className}`}
      aria-label={t("top.person", { name: me.name })}
      aria-haspopup="menu"
      ref={ref}
      {...rest}
    >
      {initials(me.name)}
    </button>
  );
}

/** One's own choices and the way out. */
export const PersonMenu = deferred<PersonMenuProps>(
  async () => (await import("./PersonMenuLayer.tsx")).PersonMenuLayer,
  () => <PersonButton />,
);
