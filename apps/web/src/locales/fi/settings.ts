export const settings = {
  title: "Asetukset",
  sections: "Asetusten osat",
  nothing: "Täällä ei ole sinulle säädettävää.",
  section: {
    teams: "Tiimit",
    routing: "Siirrot",
    templates: "Vastauspohjat",
    search: "Hakukone",
    keys: "Näppäimet",
  },
};
