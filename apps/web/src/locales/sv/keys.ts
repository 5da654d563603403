export const keys = {
  /** Headings of commands. */
  group: {
    item: "För denna återkoppling",
    kind: "Slag",
    themes: "Fästa teman",
    move: "Rör dig",
    choose: "Markera",
    list: "Lista",
    go: "Gå till",
    screen: "Skärm",
  },
  /** Names of commands, as in their tables. */
  command: {
    item: {
      done: "Klar, nästa",
      themes: "Annat tema",
      "no-theme": "Inget tema, ange orsak",
      route: "Överför",
      duplicate: "Dubblett",
      reject: "Avvisa",
      reopen: "Öppna på nytt",
      undo: "Ångra",
    },
    move: {
      next: "Nästa återkoppling",
      previous: "Föregående återkoppling",
      open: "Öppna återkopplingen",
      menu: "Meny med åtgärder",
      back: "Tillbaka",
    },
    choose: {
      row: "Markera återkopplingen",
      down: "Utvidga markeringen nedåt",
      up: "Utvidga markeringen uppåt",
      fetched: "Markera de hämtade",
      all: "Markera alla som träffas",
      none: "Ta bort markeringen",
    },
    list: {
      search: "Sök i återkopplingen",
      clear: "Ta bort avgränsningar",
    },
  },
  pinned: "Fäst tema {{digit}}",
  many: {
    none: "Inget är markerat.",
    chosen_one: "{{shown}} markerad",
    chosen_other: "{{shown}} markerade",
    allThatMatch: "Markera alla {{shown}} som träffas",
    clear: "Ta bort markeringen",
    choose: "Markera: {{name}}",
    actions: "Åtgärder för de markerade",
    label: "Markerade återkopplingar",
    back: "Tillbaka till listan",
  },
};
