import IconArrowDown from "@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs";
import IconArrowUp from "@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";

/** Up, down and away, for one element of a list. The ends stay in reach of the keyboard, dimmed. */
export function OrderButtons(props: {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  /** Absent: it cannot be taken away. */
  readonly onRemove?: (() => void) | undefined;
}) {
  const { t } = useTranslation("questionnaire");
  const { name } = props;
  return (
    <>
      <Button
        kind="icon"
        small
        aria-label={t("up", { name })}
        aria-disabled={props.first || undefined}
        onClick={() => props.onMove(-1)}
      >
        <IconArrowUp size={16} stroke={1.75} aria-hidden="true" />
      </Button>
      <Button
        kind="icon"
        small
        aria-label={t("down", { name })}
        aria-disabled={props.last || undefined}
        onClick={() => props.onMove(1)}
      >
        <IconArrowDown size={16} stroke={1.75} aria-hidden="true" />
      </Button>
      {props.onRemove !== undefined && (
        <Button kind="icon" small aria-label={t("removeNamed", { name })} onClick={props.onRemove}>
          <IconX size={16} stroke={1.75} aria-hidden="true" />
        </Button>
      )}
    </>
  );
}
