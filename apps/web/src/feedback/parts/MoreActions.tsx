import IconDotsVertical from "@tabler/icons-react/dist/esm/icons/IconDotsVertical.mjs";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import type { Command } from "#ui/command";
import { deferred } from "#ui/deferred";

export interface MoreActionsProps {
  readonly commands: readonly Command[];
  /** What the button is called; "more actions" unless told. */
  readonly label?: string;
}

export function MoreButton({
  ref,
  label,
  ...rest
}: {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly label: string | undefined;
}) {
  const { t } = useTranslation("feedback");
  return (
    <Button
      kind="icon"
      aria-label={label ?? t("command.more")}
      aria-haspopup="menu"
      {...(ref !== undefined && { ref })}
      {...rest}
    >
      <IconDotsVertical size={18} stroke={1.75} />
    </Button>
  );
}

/** Commands that have no button of their own. */
export const MoreActions = deferred<MoreActionsProps>(
  async () => (await import("./MoreActionsLayer.tsx")).MoreActionsLayer,
  ({ label }) => <MoreButton label={label} />,
);
