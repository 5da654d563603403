import IconDownload from "@tabler/icons-react/dist/esm/icons/IconDownload.mjs";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { deferred } from "#ui/deferred";

import { exportButtonId } from "../list-commands.ts";
import { useKeyOf } from "../use-keys.ts";
import type { FeedbackSearch } from "../feedback-search.ts";

export interface ExportMenuProps {
  readonly search: FeedbackSearch;
  readonly total: number | undefined;
  readonly capped: boolean;
}

/** What a menu adds to its button comes as further properties. */
export function ExportButton({ ref, ...rest }: { readonly ref?: Ref<HTMLButtonElement> }) {
  const { t } = useTranslation("keys");
  const keyOf = useKeyOf();
  const label = t("command.list.export");
  return (
    <Button
      kind="icon"
      aria-label={label}
      title={label}
      aria-keyshortcuts={keyOf("list.export")}
      aria-haspopup="menu"
      {...(ref !== undefined && { ref })}
      {...rest}
      id={exportButtonId}
    >
      <IconDownload size={16} stroke={1.5} aria-hidden="true" />
    </Button>
  );
}

/** The list as a file, narrowed and ordered as it is. */
export const ExportMenu = deferred<ExportMenuProps>(
  async () => (await import("./ExportMenuLayer.tsx")).ExportMenuLayer,
  () => <ExportButton />,
);
