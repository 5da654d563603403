export const search = {
  hits: "Sökträffar i texten: {{number}}",
  intro:
    "Sökningen hittar ord även i böjda former på fyra språk. Finskan böjs mest, och det som läser finskan avgör vad som hittas.",
  finnish: "Finska",
  voikko: "Voikko: grundformer och delar av sammansättningar",
  snowball: "Ordstammar och stadieväxling",
  voikkoSays: "Sökningen ”käsittelyaika” hittar även ”luvankäsittelyajoista”.",
  snowballSays:
    "Sökningen ”käsittelyaika” hittar ”käsittelyajoista”, men inte slutet av en sammansättning som ”luvankäsittelyajan”.",
  why: "Varför inte Voikko",
  absence: {
    "no-library":
      "Voikko är inte installerat på servern. Installera Debianpaketen libvoikko1 och voikko-fi och starta om servern.",
    "no-dictionary":
      "Voikko är installerat men den finska ordlistan saknas. Installera Debianpaketet voikko-fi och starta om servern.",
    broken: "Voikko kraschar på den här servern och används därför inte. Starta om servern när felet är rättat.",
  },
  others: "Svenska, engelska, ryska",
  stems: "Ordstammar",
  index: "Index",
  indexing: "Indexeras på nytt: {{percent}} ({{done}} / {{total}})",
  progress: "Indexeringens förlopp",
  meanwhile: "Sökningen fungerar under tiden; texter som ännu inte indexerats hittas som förut.",
  indexed: "Alla texter är indexerade.",
  indexedAt: "Alla texter är indexerade. Senast i sin helhet: {{day}}.",
  again: "Indexera på nytt",
  saidBegun: "Indexeringen började.",
  saidDone: "Alla texter är indexerade.",
};
