/** What the screen says when a rule said no; keys are the codes of the domain. */
export const violation = {
  "not-found": "Kohdetta ei löydy.",
  "not-permitted": "Sinulla ei ole tähän oikeutta.",
  "changed-meanwhile": "Joku muu ehti muuttaa tätä. Näet nyt uusimman tilan; mitään ei kirjoitettu päälle.",
  "feedback.transition-not-allowed": "Palaute ei voi siirtyä tähän tilaan nykyisestä tilastaan.",
  "feedback.needs-theme-or-reason": "Valitse ensin teema, tai paina 0 ja kerro, miksi teemaa ei ole.",
  "feedback.already-coded": "Palautteella on jo tämä teema.",
  "feedback.not-coded": "Palautteella ei ole tätä teemaa.",
  "feedback.theme-closed": "Teema on suljettu: siihen ei voi enää liittää palautteita.",
  "feedback.words-outside-text": "Valitut sanat eivät osu palautteen tekstiin.",
  "feedback.duplicate-of-itself": "Palaute ei voi olla itsensä kaksoiskappale.",
  "feedback.reason-required": "Kerro syy.",
  "feedback.nothing-to-undo": "Kumottavaa ei ole.",
  "feedback.undo-overtaken": "Palautetta on muutettu tämän jälkeen, joten askelta ei voi kumota.",
  "themes.transition-not-allowed": "Teema ei voi siirtyä tähän tilaan nykyisestä tilastaan.",
  "themes.requirements-missing": "Siirrosta puuttuu vielä jotakin.",
  "themes.name-taken": "Tämän niminen teema on jo olemassa.",
  "themes.too-deep": "Teemoilla voi olla enintään kolme tasoa.",
  "themes.digit-taken": "Numerolla on jo teema.",
  "rounds.name-taken": "Tämän niminen kierros on jo olemassa.",
  "rounds.transition-not-allowed": "Kierros ei voi siirtyä tähän tilaan nykyisestä tilastaan.",
  "intake.unreadable": "Tiedostoa ei voi lukea.",
  "intake.reason.empty": "Tiedosto on tyhjä.",
  "intake.reason.spreadsheet": "Tiedosto on taulukkolaskennan tiedosto: tallenna se CSV-muodossa (UTF-8) ja tuo se.",
  "intake.reason.archive": "Tiedosto on paketti: pura se ja tuo sen sisältämä CSV-tiedosto.",
  "intake.reason.binary": "Tiedosto ei ole tekstitiedosto: vie tiedot CSV-muodossa ja tuo se.",
  "intake.reason.json": "Tiedosto on JSON-muodossa: vie tiedot CSV-muodossa ja tuo se.",
  "intake.reason.quotes":
    "Tiedoston lainausmerkit eivät täsmää: valitse, ettei lainausmerkkejä ole, tai korjaa tiedosto.",
  "intake.reason.row-too-long":
    "Yksi rivi on liian pitkä, joten lainausmerkki on luultavasti jäänyt auki: valitse, ettei lainausmerkkejä ole, tai korjaa tiedosto.",
  "intake.reason.too-many-columns":
    "Sarakkeita on yli 10 000, joten erotin on luultavasti väärä: valitse toinen erotin.",
  "intake.reason.cut-off": "Tiedosto on katkennut kesken: lähetä se uudelleen.",
  "intake.reason.nothing-mapped":
    "Mitään saraketta ei ole kohdistettu avovastaukseen, otsikkoon eikä vastaukseen: valitse sellainen.",
  "intake.reason.answers-need-responses":
    "Arvosanat ja kyllä/ei-vastaukset kuuluvat vastaajille: valitse, että rivit ovat vastauksia.",
  "intake.reason.scale-upside-down": "Asteikon pitää päättyä suurempaan arvoon kuin mistä se alkaa: korjaa asteikko.",
  "intake.reason.column-twice": "Sama sarake on kohdistettu kahdesti: kohdista se kerran.",
  "intake.reason.question-of-another-kind":
    "Sarakkeen {{columns}} kysymys on tässä kyselyssä toisen lajinen: valitse sarakkeelle toinen kohde.",
  "intake.reason.question-of-another-scale":
    "Kierros kysyy sarakkeen {{columns}} kysymystä toisella asteikolla: korjaa asteikko.",
  "intake.too-large": "Tiedosto on liian suuri.",
  "intake.mapping-incomplete": "Sarakkeiden kuvaus on kesken.",
  "intake.column-missing": "Tiedostossa ei ole saraketta, johon kuvaus viittaa.",
  "intake.round-required": "Valitse kierros, johon arvosanat kuuluvat.",
  "intake.name-taken": "Tämän niminen kuvaus on jo olemassa.",
  "staff.email-taken": "Sähköpostilla on jo käyttäjä.",
  "staff.password-too-short": "Salasana on liian lyhyt.",
  "staff.password-common": "Salasana on liian tavallinen.",
};
