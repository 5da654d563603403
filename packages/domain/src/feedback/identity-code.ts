/** Finnish personal identity codes and Swedish personal numbers within a text. */

const finnishCheckCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";
/** Century signs: + 1800s; - and Y X W V U 1900s; A B C D E F 2000s (decree 690/2022). Typed dashes count as -. */
const finnishCode =
  /(?<![\p{L}\p{N}])(\d{2})(\d{2})(\d{2}) ?([-+−–‑YXWVUABCDEF]) ?(\d{3})([0-9A-FHJ-NPR-Y])(?![\p{L}\p{N}])/giu;
/** Typed without its century sign: the check character must be a letter, as ten digits may be anything. */
const unsignedCode = /(?<![\p{L}\p{N}])(\d{2})(\d{2})(\d{2}) ?(\d{3})([A-FHJ-NPR-Y])(?![\p{L}\p{N}])/giu;
const swedishNumber = /(?<![\p{L}\p{N}])(?:18|19|20)?(\d{2})(\d{2})(\d{2})([-+−–‑])(\d{4})(?![\p{L}\p{N}])/gu;
/** Before a code that does not check: then it is a mistyped one, and still tells who somebody is. */
const announced =
  /(?:hetu|henkilötunnu|henkilö-?tunnus|sosiaaliturvatunnu|sotu|personbeteckning|personnummer|identity code|личный код|персональный код)[\p{L}]*[\s:=(]{0,4}(?:on|är|is)?\s*$/iu;

function isCalendarDay(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

function finnishChecks(digits: string, checkCharacter: string): boolean {
  return finnishCheckCharacters[Number(digits) % 31] === checkCharacter.toUpperCase();
}

/** Luhn over the ten digits, the last being the check digit. */
function luhnChecks(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** UTF-16 offsets of every identity code. */
export function findIdentityCodes(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(finnishCode)) {
    const [code, day = "", month = "", year = "", , number = "", check = ""] = match;
    if (!isCalendarDay(Number(day), Number(month))) continue;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (finnishChecks(day + month + year + number, check) || announced.test(before)) {
      found.push({ start: match.index, end: match.index + code.length });
    }
  }
  for (const match of text.matchAll(unsignedCode)) {
    const [code, day = "", month = "", year = "", number = "", check = ""] = match;
    if (isCalendarDay(Number(day), Number(month)) && finnishChecks(day + month + year + number, check)) {
      found.push({ start: match.index, end: match.index + code.length });
    }
  }
  for (const match of text.matchAll(swedishNumber)) {
    const [code, year = "", month = "", day = "", , last = ""] = match;
    // A day above 60 is a co-ordination number: the day of birth plus 60.
    const dayOfMonth = Number(day) > 60 ? Number(day) - 60 : Number(day);
    if (isCalendarDay(dayOfMonth, Number(month)) && luhnChecks(year + month + day + last)) {
      found.push({ start: match.index, end: match.index + code.length });
    }
  }
  return found;
}
