export const search = {
  hits: "Haun osumia tekstissä: {{number}}",
  intro:
    "Haku löytää sanat taivutettuinakin neljällä kielellä. Suomen taivutus vaihtelee eniten, ja se, millä suomea luetaan, ratkaisee, mitä löytyy.",
  finnish: "Suomi",
  voikko: "Voikko: perusmuodot ja yhdyssanan osat",
  snowball: "Vartalot ja astevaihtelu",
  voikkoSays: "Haku ”käsittelyaika” löytää myös sanan ”luvankäsittelyajoista”.",
  snowballSays:
    "Haku ”käsittelyaika” löytää ”käsittelyajoista”, mutta ei yhdyssanan loppuosaa kuten ”luvankäsittelyajan”.",
  why: "Miksi ei Voikkoa",
  absence: {
    "no-library":
      "Voikkoa ei ole asennettu palvelimelle. Asenna Debianin paketit libvoikko1 ja voikko-fi ja käynnistä palvelin uudelleen.",
    "no-dictionary":
      "Voikko on asennettu, mutta sen suomen sanasto puuttuu. Asenna Debianin paketti voikko-fi ja käynnistä palvelin uudelleen.",
    broken:
      "Voikko kaatuu tällä palvelimella, joten sitä ei käytetä. Käynnistä palvelin uudelleen, kun vika on korjattu.",
  },
  others: "Ruotsi, englanti, venäjä",
  stems: "Vartalot",
  index: "Hakemisto",
  indexing: "Indeksoidaan uudelleen: {{percent}} ({{done}} / {{total}})",
  progress: "Indeksoinnin eteneminen",
  meanwhile: "Haku toimii sillä välin; vielä indeksoimattomat tekstit löytyvät entiseen tapaan.",
  indexed: "Kaikki tekstit on indeksoitu.",
  indexedAt: "Kaikki tekstit on indeksoitu. Viimeksi kokonaan: {{day}}.",
  again: "Indeksoi uudelleen",
  saidBegun: "Indeksointi alkoi.",
  saidDone: "Kaikki tekstit on indeksoitu.",
};
