export const exporting = {
  title: "Vie näkymä",
  count_one: "{{count}} palaute, rajattuna ja järjestettynä kuten nyt.",
  count_other: "{{count}} palautetta, rajattuna ja järjestettynä kuten nyt.",
  capped: "Vähintään {{shown}} palautetta, rajattuna ja järjestettynä kuten nyt.",
  contains:
    "Saapumisaika, laji, tila, teemat, kanava, palvelu, kierros, käsittelijä, määräpäivät, otsikko ja teksti. Henkilötiedot on peitetty.",
  logged: "Viennistä jää merkintä käyttölokiin.",
  csv: "Lataa CSV",
  xlsx: "Lataa XLSX (Excel)",
  tooMany: "Taulukkoon mahtuu enintään {{most}} riviä: lataa CSV tai rajaa näkymää.",
};
