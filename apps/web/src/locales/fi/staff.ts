export const staff = {
  signIn: "Kirjaudu",
  lead: "Mitä asiakkaat sanovat, mitä sille tehdään ja auttoiko se.",
  email: "Sähköposti",
  password: "Salasana",
  wrong: "Sähköposti tai salasana ei täsmää.",
  ended: "Istunto päättyi. Kirjaudu uudelleen, niin palaat siihen, missä olit.",
  demonstration: "Kokeile esimerkkiaineistolla",
  demonstrationLines: "Yksi napsautus kirjaa sisään. Henkilöt on keksitty.",
  everything: "Analyytikko, käsittelijä ja teeman omistaja",
  closed: {
    title: "Tämä huone ei ole sinulle auki",
    lines: "Pääkäyttäjä voi antaa sinulle roolin, joka avaa sen: {{roles}}.",
    linesAdmin:
      "Olet pääkäyttäjä: roolin annat komentoriviltä, myös itsellesi (kuultu staff give-role). Huoneen avaa: {{roles}}.",
  },
  role: {
    viewer: "Katselija",
    triager: "Käsittelijä",
    registrar: "Kirjaaja",
    theme_member: "Teeman jäsen",
    theme_owner: "Teeman omistaja",
    analyst: "Analyytikko",
    approver: "Hyväksyjä",
    admin: "Pääkäyttäjä",
    privacy_officer: "Tietosuojavastaava",
  },
};
