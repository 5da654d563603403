export const staff = {
  signIn: "Logga in",
  lead: "Vad kunderna säger, vad som görs åt det och om det hjälpte.",
  email: "E-post",
  password: "Lösenord",
  wrong: "E-posten eller lösenordet stämmer inte.",
  ended: "Sessionen har avslutats. Logga in igen så kommer du tillbaka dit där du var.",
  demonstration: "Prova med exempelmaterialet",
  demonstrationLines: "Ett klick loggar in. Personerna är påhittade.",
  everything: "Analytiker, sorterare och temats ägare",
  closed: {
    title: "Det här rummet är inte öppet för dig",
    lines: "Huvudanvändaren kan ge dig en roll som öppnar det: {{roles}}.",
    linesAdmin:
      "Du är huvudanvändare: roller ges på kommandoraden, också åt dig själv (kuultu staff give-role). Rummet öppnas av: {{roles}}.",
  },
  role: {
    viewer: "Läsare",
    triager: "Sorterare",
    registrar: "Registrator",
    theme_member: "Temats medlem",
    theme_owner: "Temats ägare",
    analyst: "Analytiker",
    approver: "Godkännare",
    admin: "Huvudanvändare",
    privacy_officer: "Dataskyddsombud",
  },
};
