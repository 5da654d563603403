export const keys = {
  /** Headings of commands. */
  group: {
    item: "Tälle palautteelle",
    kind: "Laji",
    themes: "Kiinnitetyt teemat",
    move: "Liiku",
    choose: "Valitse",
    list: "Lista",
    go: "Siirry",
    screen: "Näyttö",
  },
  /** Names of commands, as in their tables. */
  command: {
    item: {
      done: "Valmis, seuraava",
      themes: "Muu teema",
      "no-theme": "Ei teemaa, kerro syy",
      route: "Siirrä",
      duplicate: "Kaksoiskappale",
      reject: "Hylkää",
      reopen: "Avaa uudelleen",
      undo: "Kumoa",
    },
    move: {
      next: "Seuraava palaute",
      previous: "Edellinen palaute",
      open: "Avaa palaute",
      menu: "Toimintojen valikko",
      back: "Takaisin",
    },
    choose: {
      row: "Valitse palaute",
      down: "Laajenna valintaa alaspäin",
      up: "Laajenna valintaa ylöspäin",
      fetched: "Valitse ladatut palautteet",
      all: "Valitse kaikki ehtoihin osuvat",
      none: "Poista valinta",
    },
    list: {
      search: "Hae palautteista",
      clear: "Poista rajaukset",
    },
  },
  pinned: "Kiinnitetty teema {{digit}}",
  many: {
    none: "Mitään ei ole valittu.",
    chosen_one: "{{shown}} valittu",
    chosen_other: "{{shown}} valittu",
    allThatMatch: "Valitse kaikki {{shown}} ehtoihin osuvaa",
    clear: "Poista valinta",
    choose: "Valitse: {{name}}",
    actions: "Toiminnot valituille",
    label: "Valitut palautteet",
    back: "Takaisin listaan",
  },
};
