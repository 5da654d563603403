import type { ColumnTarget } from "./column-mapping.ts";

/** A header as words: lower case, camelCase and _ taken apart, punctuation gone. */
export function headerWords(header: string): string {
  return header
    .normalize("NFC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Which headers speak for a target; a word may be the beginning of one (palaut…). Finnish, Swedish, English, Russian. */
const wordsOf: Readonly<Record<string, RegExp>> = {
  verbatim:
    /(?:^| )(?:palaut\p{L}*|avovastau\p{L}*|avoin(?: vastaus| palaute)?|avoimet|vapaa sana|vapaamuotoi\p{L}*|idea|ideat|ideoita|kehittämisehdotu\p{L}*|kehitysehdotu\p{L}*|ehdotu\p{L}*|kommentti|kommentit|kommentteja|kommentoi|viesti|viestin|teksti|texts?|feedback|comments?|verbatim|suggestions?|message|open ended|free text|kommentar\p{L}*|fritext|öppet|öppna|synpunkt\p{L}*|förslag|återkoppling|meddelande|отзыв\p{L}*|комментари\p{L}*|предложени\p{L}*|сообщени\p{L}*|текст\p{L}*)(?= |$)/u,
  description:
    /(?:^| )(?:kuvau\p{L}*|lisätieto\p{L}*|sisältö|description|details|body|content|beskrivning|innehåll|описани\p{L}*|содержани\p{L}*)(?= |$)/u,
  title:
    /^(?:(?:palautteen |ehdotuksen |viestin |message |feedback )?(?:otsikko|aihe|title|subject|heading|headline|rubrik|ärende|заголовок|тема))$/u,
  date: /(?:^| )(?:date|datetime|timestamp|created|submitted|received|recorded|submitdate|startdate|enddate|datestamp|päivä|päiväys|päivämäärä|pvm|aikaleima|saapunut|saapumis\p{L}*|vastattu|vastausaika|jätetty|datum|tidsstämpel|tidpunkt|inkom\p{L}*|mottag\p{L}*|дата|время|отметка времени)(?= |$)/u,
  language: /(?:^| )(?:kieli|vastauskieli|asiointikieli|language|startlanguage|lang|språk|язык)(?= |$)/u,
  kind: /^(?:palautteen )?(?:palautetyyppi|palautelaji|laji|tyyppi|kind|type|feedback type|typ|slag|тип|вид)$/u,
  source: /(?:^| )(?:lähde|saapumistapa|yhteydenottotapa|source|källa|источник)(?= |$)/u,
  service: /^(?:palvelu|palvelun nimi|palvelualue|service|service name|tjänst|tjänsten namn|услуга)$/u,
  site: /^(?:asiointipiste|toimipiste|toimipaikka|palvelupiste|site|office|branch|service point|verksamhetsställe|serviceställe|kontor|пункт обслуживания|отделение|офис)$/u,
  channel: /^(?:asiointikanava|kanava|channel|service channel|kanal|ärendekanal|канал|канал обслуживания)$/u,
  customer_group:
    /^(?:asiakasryhmä|asiakassegmentti|customer group|customer segment|segment|kundgrupp|kundsegment|группа клиентов)$/u,
  round: /^(?:kierros|kyselykierros|round|survey round|wave|omgång|enkätomgång|раунд)$/u,
  rating:
    /(?:^| )(?:arvosana|arvio|tyytyväisyys|tyytyväinen|rating|score|satisfaction|satisfied|stars|nps|csat|betyg|nöjd|nöjdhet|оценка|удовлетвор\p{L}*)(?= |$)/u,
  reply_expected:
    /(?:^| )(?:vastausta pyydetty|haluan vastauksen|haluaa vastauksen|vastaus toivotaan|toivoo vastausta|yhteydenottopyyntö|reply expected|reply wanted|reply requested|wants reply|contact me|önskar svar|vill ha svar|нужен ответ)(?= |$)/u,
  contact_name:
    /^(?:(?:vastaajan|asiakkaan|antajan|palautteen antajan|yhteyshenkilön|your|customer|contact|sender|kundens|avsändarens|kontaktpersonens|ваше) )?(?:nimi|etunimi|sukunimi|koko nimi|name|full name|first name|last name|given name|family name|surname|namn|förnamn|efternamn|имя|фамилия|фио|имя и фамилия)$/u,
  contact_email:
    /^(?:(?:vastaajan|asiakkaan|antajan|palautteen antajan|yhteyshenkilön|your|customer|contact|sender|respondent|kundens|avsändarens|kontaktpersonens|din|ваш|ваша) )?(?:sähköposti|sähköpostiosoite|s posti|e?mail|e mail|e?mail address|e mail address|e post|epost|e postadress|epostadress|электронная почта|адрес электронной почты|эл почта|e?mail адрес)$/u,
  contact_phone:
    /^(?:(?:vastaajan|asiakkaan|antajan|palautteen antajan|yhteyshenkilön|your|customer|contact|sender|kundens|avsändarens|kontaktpersonens|ditt|ваш) )?(?:puhelin|puhelinnumero|puh|gsm|matkapuhelin|phone|phone number|telephone|telephone number|mobile|mobile number|telefon|telefonnummer|mobilnummer|tfn|телефон|номер телефона)$/u,
  external_id:
    /^(?:id|uuid|guid|tunnus|tunniste|(?:palaute|palautteen|vastaus|vastauksen|vastaaja|vastaajan|asian|asia|viesti|response|respondent|feedback|case|ticket|request|message|record|submission|external|svar|svars|ärende|respons|unique|object)[ ]?(?:id|tunnus|tunniste|nro|numero|number|no|key|nummer)|asianumero|diaarinumero|dnro|viitenumero|case number|ticket number|reference(?: number)?|id response id|response id|ärendenummer|diarienummer|идентификатор|номер обращения|номер)$/u,
};

/** Whether a header speaks for a target. `description` is a verbatim's second choice. */
export function headerSpeaksFor(target: ColumnTarget | "description", header: string): boolean {
  return wordsOf[target]?.test(headerWords(header)) ?? false;
}

/** Whether a header reads like a question of a survey. */
export function isQuestionLike(header: string): boolean {
  const words = headerWords(header).split(" ");
  return /\?/u.test(header) || words.length >= 5;
}

/** Headers by which survey tools are known. */
export function isSurveyTool(headers: readonly string[]): boolean {
  const words = headers.map(headerWords);
  const first = words[0] ?? "";
  return (
    /^(?:timestamp|aikaleima|tidsstämpel|отметка времени|respondent id|response id|id response id|v1)$/u.test(first) ||
    (words.includes("start date") && words.includes("end date"))
  );
}
