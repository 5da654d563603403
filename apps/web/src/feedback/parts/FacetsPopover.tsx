import IconFilter from "@tabler/icons-react/dist/esm/icons/IconFilter.mjs";
import type { ReactNode, Ref } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { deferred } from "#ui/deferred";

import styles from "./QueueHead.module.css";

export interface FacetsPopoverProps {
  /** How many filters narrow the list now. */
  readonly narrowed: number;
  readonly facets: ReactNode;
}

export function FilterButton({
  narrowed,
  ref,
  ...rest
}: {
  readonly narrowed: number;
  readonly ref?: Ref<HTMLButtonElement>;
}) {
  const { t } = useTranslation("feedback");
  return (
    <Button aria-haspopup="dialog" {...(ref !== undefined && { ref })} {...rest}>
      <IconFilter size={16} stroke={1.5} aria-hidden="true" />
      {t("filter.button")}
      {narrowed > 0 ? <span className={styles.narrowed}>{narrowed}</span> : null}
    </Button>
  );
}

/** The facets where there is no room for their column. */
export const FacetsPopover = deferred<FacetsPopoverProps>(
  async () => (await import("./FacetsPopoverLayer.tsx")).FacetsPopoverLayer,
  ({ narrowed }) => <FilterButton narrowed={narrowed} />,
);
