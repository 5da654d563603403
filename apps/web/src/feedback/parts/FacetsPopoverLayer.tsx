import { Popover } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Arrival } from "#ui/deferred";

import { type FacetsPopoverProps, FilterButton } from "./FacetsPopover.tsx";
import styles from "./QueueHead.module.css";

export function FacetsPopoverLayer({ narrowed, facets, startOpen }: FacetsPopoverProps & Arrival) {
  const { t } = useTranslation("feedback");
  return (
    <Popover
      position="bottom-start"
      width={280}
      trapFocus
      defaultOpened={startOpen}
      classNames={{ dropdown: styles.dropdown ?? "" }}
    >
      <Popover.Target>
        <FilterButton narrowed={narrowed} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t("filter.label")}>{facets}</Popover.Dropdown>
    </Popover>
  );
}
