export const exporting = {
  title: "Exportera vyn",
  count_one: "{{count}} återkoppling, avgränsad och ordnad som nu.",
  count_other: "{{count}} återkopplingar, avgränsade och ordnade som nu.",
  capped: "Minst {{shown}} återkopplingar, avgränsade och ordnade som nu.",
  contains:
    "Ankomsttid, typ, status, teman, kanal, tjänst, omgång, handläggare, tidsfrister, rubrik och text. Personuppgifter är dolda.",
  logged: "Exporten antecknas i åtkomstloggen.",
  csv: "Ladda ner CSV",
  xlsx: "Ladda ner XLSX (Excel)",
  tooMany: "Ett kalkylblad rymmer högst {{most}} rader: ladda ner CSV eller avgränsa vyn.",
};
