export const keys = {
  /** Headings of commands. */
  group: {
    item: "For this item",
    kind: "Kind",
    themes: "Pinned themes",
    move: "Move",
    choose: "Select",
    list: "List",
    go: "Go to",
    screen: "Screen",
  },
  /** Names of commands, as in their tables. */
  command: {
    item: {
      done: "Done, next",
      themes: "Other theme",
      "no-theme": "No theme, give the reason",
      route: "Route",
      duplicate: "Duplicate",
      reject: "Reject",
      reopen: "Reopen",
      undo: "Undo",
    },
    move: {
      next: "Next item",
      previous: "Previous item",
      open: "Open the item",
      menu: "Menu of actions",
      back: "Back",
    },
    choose: {
      row: "Select the item",
      down: "Extend the selection down",
      up: "Extend the selection up",
      fetched: "Select the items loaded",
      all: "Select all that match",
      none: "Clear the selection",
    },
    list: {
      search: "Search the feedback",
      clear: "Clear filters",
    },
  },
  pinned: "Pinned theme {{digit}}",
  many: {
    none: "Nothing is selected.",
    chosen_one: "{{shown}} selected",
    chosen_other: "{{shown}} selected",
    allThatMatch: "Select all {{shown}} that match",
    clear: "Clear the selection",
    choose: "Select: {{name}}",
    actions: "Actions for the selected",
    label: "Selected items",
    back: "Back to the list",
  },
};
