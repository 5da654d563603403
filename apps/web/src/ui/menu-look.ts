import styles from "./ChoiceMenu.module.css";

/** The look of every menu, for the `classNames` of Mantine's Menu. */
export const menuLook = {
  dropdown: styles["dropdown"] ?? "",
  label: styles["group"] ?? "",
  item: styles["item"] ?? "",
  itemIndicator: styles["check"] ?? "",
  itemSection: styles["section"] ?? "",
  divider: styles["divider"] ?? "",
};
