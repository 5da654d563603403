export const search = {
  hits: "Search hits in the text: {{number}}",
  intro:
    "Search finds inflected words in four languages. Finnish inflects most, and what reads it decides what is found.",
  finnish: "Finnish",
  voikko: "Voikko: base forms and parts of compounds",
  snowball: "Stems and consonant gradation",
  voikkoSays: "A search for “käsittelyaika” also finds “luvankäsittelyajoista”.",
  snowballSays:
    "A search for “käsittelyaika” finds “käsittelyajoista”, but not the end of a compound such as “luvankäsittelyajan”.",
  why: "Why not Voikko",
  absence: {
    "no-library":
      "Voikko is not installed on the server. Install the Debian packages libvoikko1 and voikko-fi and start the server again.",
    "no-dictionary":
      "Voikko is installed, but its Finnish dictionary is missing. Install the Debian package voikko-fi and start the server again.",
    broken: "Voikko crashes on this server, so it is not used. Start the server again once the fault is mended.",
  },
  others: "Swedish, English, Russian",
  stems: "Stems",
  index: "Index",
  indexing: "Being indexed anew: {{percent}} ({{done}} / {{total}})",
  progress: "Progress of indexing",
  meanwhile: "Search works meanwhile; texts not yet indexed are found as before.",
  indexed: "All texts are indexed.",
  indexedAt: "All texts are indexed. Last time as a whole: {{day}}.",
  again: "Index anew",
  saidBegun: "Indexing began.",
  saidDone: "All texts are indexed.",
};
