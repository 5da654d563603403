import type { FeedbackKind, FeedbackSource } from "#feedback/triage-status";
import type { TextLanguage } from "#language";

/** No word of ours and no rating with its label is longer; what is longer is not looked at. */
const longestWord = 300;

/** Lower case, one kind of apostrophe, single spaces, no closing punctuation. */
export function plainWord(cell: string): string {
  return cell
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[\s_]+/gu, " ")
    .trim()
    .replace(/[.!:;,]+$/u, "");
}

function lookup<Value>(table: readonly (readonly [Value, string])[]): (cell: string) => Value | undefined {
  const byWord = new Map(table.flatMap(([value, words]) => words.split("|").map((word) => [word, value] as const)));
  return (cell) => (cell.length > longestWord ? undefined : byWord.get(plainWord(cell)));
}

/** 1 yes, 0 no, null cannot say; undefined: no such word. */
export const readYesNo = lookup<1 | 0 | null>([
  [1, "kyllä|k|joo|on|yes|y|true|ja|j|да|x|1"],
  [0, "ei|e|en|no|n|false|nej|нет|0"],
  [
    null,
    "en osaa sanoa|eos|ei osaa sanoa|en tiedä|vet ej|kan inte säga|kan ej säga|don't know|do not know|cannot say|can't say|not sure|n/a|не знаю|затрудняюсь ответить",
  ],
]);

export const readKind = lookup<FeedbackKind>([
  [
    "idea",
    "idea|ideas|ehdotus|kehittämisehdotus|kehitysidea|kehitysehdotus|toive|aloite|suggestion|proposal|idé|förslag|önskemål|идея|предложение|пожелание",
  ],
  ["complaint", "complaint|moite|negatiivinen palaute|huono palaute|klagomål|kritik|жалоба|претензия"],
  ["praise", "praise|kiitos|kehu|positiivinen palaute|compliment|thanks|beröm|tack|благодарность|похвала"],
  ["question", "question|kysymys|tiedustelu|enquiry|inquiry|fråga|förfrågan|вопрос"],
  ["other", "other|muu|muu palaute|palaute|feedback|annat|övrigt|другое|прочее|отзыв"],
]);

export const readSource = lookup<FeedbackSource>([
  ["survey", "survey|kysely|asiakaskysely|enkät|опрос|анкета"],
  [
    "feedback_form",
    "feedback form|form|lomake|palautelomake|verkkolomake|verkkopalaute|web|verkkosivut|formulär|responsformulär|webb|форма|форма обратной связи|сайт",
  ],
  ["email", "email|e-mail|sähköposti|s-posti|e-post|mejl|электронная почта|почта|эл. почта"],
  ["phone_note", "phone note|phone|puhelu|puhelin|telefon|telefonsamtal|телефон|звонок"],
  [
    "service_point",
    "service point|asiointipiste|palvelupiste|käynti|office|serviceställe|kundservice|besök|пункт обслуживания|офис",
  ],
  ["chat", "chat|chatti|чат"],
  ["social_media", "social media|some|sosiaalinen media|sociala medier|соцсети|социальные сети"],
  ["stakeholder", "stakeholder|sidosryhmä|intressent|intressentgrupp|заинтересованная сторона"],
  ["letter", "letter|kirje|posti|brev|письмо"],
]);

export const readLanguage = lookup<TextLanguage>([
  ["fi", "fi|fin|fi-fi|suomi|suomeksi|finnish|finska|финский|на финском"],
  ["sv", "sv|swe|se|sv-se|sv-fi|ruotsi|ruotsiksi|svenska|swedish|шведский"],
  ["en", "en|eng|en-gb|en-us|englanti|englanniksi|english|engelska|английский"],
  ["ru", "ru|rus|ru-ru|venäjä|venäjäksi|russian|ryska|русский"],
  ["und", "und|other|muu|annat|другой"],
]);

/** A whole number, alone, as 4,0 or before its label ("5 - erittäin tyytyväinen"); null cannot say; undefined: none. */
export function readRating(cell: string): number | null | undefined {
  if (cell.length > longestWord) return undefined;
  const match = /^([+-]?\d{1,4})(?:[.,]0+)?(?:\s*[-–=:.)(]?\s*[\p{L}(].*)?$/u.exec(cell.trim());
  if (match?.[1] !== undefined) return Number(match[1]);
  return readYesNo(cell) === null ? null : undefined;
}
