import { useTranslation } from "react-i18next";

import { focusOnArrival } from "#ui/focus";

import { useKeyOf } from "../use-keys.ts";

const searchFieldId = "search-list";

/** Goes to the field with its words selected, ready to be written over; false where it does not stand on the screen. */
export function focusSearch(): boolean {
  const field = document.getElementById(searchFieldId);
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.select();
  return true;
}

/** Sends the words on Enter and when they are cleared; Escape gives the keys back to the list. */
export function SearchField(props: {
  readonly words: string | undefined;
  readonly onSearch: (words: string | undefined) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation("feedback");
  const keyOf = useKeyOf();
  return (
    <input
      ref={props.words === undefined ? focusOnArrival : null}
      id={searchFieldId}
      type="search"
      aria-label={t("filter.search")}
      placeholder={t("filter.search")}
      aria-keyshortcuts={keyOf("list.search")}
      maxLength={200}
      defaultValue={props.words}
      onChange={(event) =>
        event.currentTarget.value === "" && props.words !== undefined ? props.onSearch(undefined) : undefined
      }
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        if (event.key === "Enter") props.onSearch(event.currentTarget.value.trim() || undefined);
        event.currentTarget.blur();
        props.onLeave();
      }}
    />
  );
}
