/** Phone numbers within a text: Finnish, Swedish, Russian and North American ways of writing, and international ones. */

/** Groups of digits with what people put between them; begins with +, (, or a digit. */
const candidate = /(?:\+ ?|\()?\d{1,15}(?:[-‑–./ \u00a0()]{1,3}\d{1,14}){0,8}/gu;
const announced =
  /(?<!\p{L})(?:puh|puhelin|puhelinnumero\p{L}*|numero(?:ni|mme|on|sta)?|gsm|matkapuhelin|kännykkä|soit\p{L}{1,6}|tel|telefon|telefonnummer|tfn|mobil|ring|phone|call|mobile|cell|text|тел|телефон\p{L}*|звон\p{L}+)[.:]?\s*(?:on|är|is|me|us|minulle|mig|at|no|nro|numero\p{L}*|nr|number|no|mi|номер\p{L}*|по)?[.:]?\s*\(?$/iu;
const otherNumber =
  /(?<!\p{L})(?:tilau\p{L}*|asia\p{L}*|diaari\p{L}*|dnro|d:o|viite\p{L}*|lasku\p{L}*|asiakasnumero\p{L}*|asiakasnro|y-tunnus|case|order|ticket|invoice|reference|ref|id|account|iban|bic|ärende\p{L}*|beställning\p{L}*|faktura\p{L}*|dnr|diarienr|kundnummer|заказ\p{L}*|дел[оау]|сч[её]т\p{L}*|договор\p{L}*)[\s.:#№-]*(?:numero\p{L}*|number|nro|nr|no|nummer|номер\p{L}*)?[\s.:#№-]*$/iu;
const unitAfter = /^\s?(?:€|eur|euro|e\b|kr\b|sek\b|usd|\$|£|%|‰|руб|₽|km|m2|m²|kpl|st\b|ihmis|asuka|henk|ääntä|000)/iu;
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
const dateShape =
  /^\(?(?:\d{1,2}[-.‑–]\d{1,2}[-.‑–](?:\d{2}|\d{4})|(?:18|19|20)\d{2}[-.‑–]\d{1,2}[-.‑–]\d{1,2})(?!\d)/u;
const yearsShape = /^\(?(?:18|19|20)\d{2}\)? ?[-‑–/ ] ?(?:18|19|20)\d{2}\)?$/u;

/** ITU country codes of two digits; of one digit 1 and 7; all other beginnings have three. */
const twoDigitCountries = new Set(
  "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".split(
    " ",
  ),
);
const finnishLandline = /^0(?:2|3|5|6|8|9|1[3-9]|10|20|29|30|39|100|200|203|206|600|700|800)/u;
const mobile = /^0(?:4\d|50|7[02369])/u;

interface Shape {
  readonly groups: readonly string[];
  readonly digits: string;
  readonly separators: string;
}

function shapeOf(text: string): Shape {
  return {
    groups: text.match(/\d+/gu) ?? [],
    digits: text.replace(/\D/gu, ""),
    separators: text.replace(/[\d+]/gu, ""),
  };
}

/** Digits after + or 00: a known country, a national part of 6–12 digits that does not begin with 0. */
function isInternational(digits: string): boolean {
  const code = /^[17]/u.test(digits) ? 1 : twoDigitCountries.has(digits.slice(0, 2)) ? 2 : 3;
  if (digits.startsWith("0")) return false;
  const national = digits.slice(code);
  if (digits.startsWith("1")) return /^[2-9]\d{2}[2-9]\d{6}$/u.test(national);
  return national.length >= 5 && national.length <= 12 && !national.startsWith("0");
}

/** A number in its own country's way of writing, beginning with the trunk 0. */
function isNational({ groups, digits, separators }: Shape): boolean {
  if (!/^0[1-9]/u.test(digits)) return false;
  const [first = ""] = groups;
  const length = digits.length;
  if (mobile.test(digits)) {
    const groupsFit = groups.length === 1 || first.length === 3 || first.length === 4 || first.length === 6;
    return (
      groupsFit &&
      length >= 9 &&
      length <= 11 &&
      !(separators.includes(".") && groups.some((group) => group.length < 3))
    );
  }
  if (groups.length === 1) return finnishLandline.test(digits) && length >= 9 && length <= 10;
  const plainSeparators = !separators.includes(".") && !separators.includes("/");
  const known = finnishLandline.test(first) || /^0\d{1,2}$/u.test(first);
  return (
    known &&
    first.length <= 4 &&
    plainSeparators &&
    length >= 8 &&
    length <= 11 &&
    groups.slice(1).some((group) => group.length >= 3)
  );
}

function isOtherCountry(text: string): boolean {
  const northAmerican = /^(?:1[- .])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])[2-9]\d{2}[- .]\d{4}$/u;
  const russian = /^8[ -]?\(?[3489]\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}$/u;
  const finnishWithoutPlus = /^358[ -]?(?:\(0\))?[ -]?(?:4\d|50)[ -]?\d{2,8}(?:[ -]?\d{2,4}){0,3}$/u;
  return northAmerican.test(text) || russian.test(text) || finnishWithoutPlus.test(text);
}

function isPhone(text: string, before: string, after: string): boolean {
  if (unitAfter.test(after) || dateShape.test(text) || yearsShape.test(text)) return false;
  const shape = shapeOf(text);
  const withoutTrunk = text.replace(/\(0\)/u, "");
  if (text.startsWith("+")) return isInternational(shapeOf(withoutTrunk).digits);
  if (/^00[1-9]/u.test(shape.digits))
    return isInternational(shapeOf(withoutTrunk).digits.slice(2)) && !otherNumber.test(before);
  if (announced.test(before)) {
    return (
      shape.digits.length >= 6 &&
      shape.digits.length <= 15 &&
      !shape.separators.includes(".") &&
      !/^\d{1,3}(?: 000)+$/u.test(text)
    );
  }
  if (otherNumber.test(before)) return false;
  return isNational(shape) || isOtherCountry(text);
}

/** The longest beginning of the candidate, cut between groups, that is a phone number. */
function longestPhone(text: string, start: number, length: number): number {
  const cuts = [length];
  for (const gap of text.slice(start, start + length).matchAll(/\d(?=\D)/gu)) cuts.push(gap.index + 1);
  cuts.sort((one, other) => other - one);
  const before = text.slice(Math.max(0, start - 40), start);
  const fits = cuts.find((cut) => {
    const end = start + cut;
    return (
      !/^[\p{N}_]/u.test(text.slice(end, end + 1)) && isPhone(text.slice(start, end), before, text.slice(end, end + 12))
    );
  });
  return fits ?? 0;
}

/** UTF-16 offsets of every phone number; case numbers, dates, sums, coordinates, years and account numbers are none. */
export function findPhoneNumbers(text: string): { start: number; end: number }[] {
  const accounts = [...text.matchAll(iban)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: { start: number; end: number }[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match !== null; match = candidate.exec(text)) {
    // An opening bracket belongs to the number only where it closes within: (09) 123 4567.
    const start = match[0].startsWith("(") && !match[0].includes(")") ? match.index + 1 : match.index;
    const end = match.index + match[0].length;
    const account = accounts.find((span) => start < span.end && end > span.start);
    // Continues a word, a decimal, a path or another number: 60.0401234567, HEL-0401234567, example.fi/0401234567.
    const continues =
      /[\p{L}\p{N}][-_./,:=]?$/u.test(text.slice(Math.max(0, start - 2), start)) && found.at(-1)?.end !== start;
    const length = account === undefined && !continues ? longestPhone(text, start, end - start) : 0;
    if (length > 0) {
      found.push({ start, end: start + length });
      candidate.lastIndex = start + length;
    } else {
      // Try again after the first group: "2 0401234567", "kello 8 050 1234567".
      const firstGroup = /^\D*\d+/u.exec(match[0])?.[0].length ?? match[0].length;
      candidate.lastIndex = account === undefined ? match.index + firstGroup : Math.max(account.end, start + 1);
    }
  }
  return found;
}
