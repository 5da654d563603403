/** Home addresses within a text, Finnish and Swedish ones: a street with a number counts only with a flat or a postal code. */

/** How names of streets end, as they stand and inflected: "katu", "kadulla"; "gatan". */
const ending =
  "(?:kat(?:u|ua)|kadu(?:n|lla|lle|lta|ssa|sta)|tie(?:n|tä|llä|lle|ltä|ssä|stä)?|polku|polulla|kuja(?:n|lla|lle|lta)?|kaar(?:i|en|ella)|raitti|väylä|aukio|tori|ranta|rinne|mäki|penger|penkere|puistikko|portti|laituri|esplanadi|bulevardi(?:n|lla|lle|lta)?|gat(?:a|an)|väg(?:en)?|stig(?:en)?|gränd(?:en)?|båge(?:n)?|allén?|stråket|torg(?:et)?|plats(?:en)?|plan(?:en)?|kaj(?:en)?|strand(?:en)?|backe(?:n)?|esplanaden|bulevarden)";
/** What stands before the name proper: "Itäinen Pitkäkatu". */
const side =
  "(?:Itäinen|Läntinen|Pohjoinen|Eteläinen|Iso|Pieni|Vanha|Uusi|Norra|Södra|Östra|Västra|Stora|Lilla|Gamla|Nya) ";
/** A compound: "Mannerheimintie", or a name that is an ending. */
const compound = /* @__PURE__ */ new RegExp(
  `(?<![\\p{L}\\p{N}⟦])(?:${side})?(?:\\p{L}[\\p{L}'’.-]{1,40}?${ending}|Bulevard(?:i|en)|Esplanad(?:i|en))(?= ?,? ?\\d)`,
  "giu",
);
/** Names and an ending of its own: "Urho Kekkosen katu". */
const apart = /* @__PURE__ */ new RegExp(
  `(?<![\\p{L}\\p{N}⟦])(?:\\p{Lu}[\\p{L}'’.-]{1,30} ){1,3}${ending}(?= ?,? ?\\d)`,
  "gu",
);
/** Any capitalised name: enough where both a flat and a postal code follow. */
const anyName = /(?<![\p{L}\p{N}⟦])\p{Lu}\p{L}[\p{L}'’-]{1,40}(?= \d)/gu;

const house = /^ ?,? ?\d{1,3}(?: ?[-–] ?\d{1,3})?(?![\d.:])/u;
const flat =
  /^(?: ?[A-Za-zÅÄÖåäö] ?,? ?\d{1,3}[a-z]?|(?: ?[A-Za-z])?,? (?:as|asunto|huoneisto|bst|bostad|lgh|lägenhet|läg)\.? ?\d{1,4})(?![\p{L}\d€%]|[.,:]\d| ?(?:€|%|eur|kr\b|kpl|m[²2\b]|min\b|tuntia|kertaa|vuotta|st\b))/iu;
/** A stair alone, as it stands before a postal code. */
const stair = /^ ?[A-Z](?![\p{L}\d])/u;
const place = "\\p{Lu}\\p{L}[\\p{L}-]{1,30}";
const cities =
  "helsinki|espoo|vantaa|kauniainen|tampere|turku|oulu|lahti|kuopio|jyväskylä|pori|joensuu|vaasa|lappeenranta|kouvola|rovaniemi|hämeenlinna|porvoo|helsingfors|esbo|vanda|grankulla|tammerfors|åbo|uleåborg|vasa|borgå|stockholm|göteborg|malmö";
/** "00100 Helsinki", "FI-00100", "114 55 Stockholm": a place follows, or nothing that would make it a count. */
const postal = /* @__PURE__ */ new RegExp(
  `^ ?[,\\n]? ?(?:(?:FI|FIN|SE|S)?-?\\d{5}(?: (?:${place}|(?:${cities})(?!\\p{L}))|(?= ?(?:$|[.;!?)\\n]|,(?! ?\\d))))|\\d{3} \\d{2} ${place})`,
  "u",
);

function tail(pattern: RegExp, text: string, at: number): number {
  return pattern.exec(text.slice(at, at + 60))?.[0].length ?? 0;
}

/** Where the address ends whose name ends at `at`; 0 where there is neither flat nor postal code, or, `both` asked, one of them only. */
function endOf(text: string, at: number, both: boolean): number {
  const number = tail(house, text, at);
  if (number === 0) return 0;
  let end = at + number;
  const flatLength = tail(flat, text, end);
  end += flatLength;
  if (flatLength === 0 && tail(postal, text, end + tail(stair, text, end)) > 0) end += tail(stair, text, end);
  const postalLength = tail(postal, text, end);
  const enough = both ? flatLength > 0 && postalLength > 0 : flatLength + postalLength > 0;
  return enough ? end + postalLength : 0;
}

/** A number behind a word and another soon after it: without these there is no address, and most texts are done with. */
const gate = /(?<=\p{L} ?,? ?)\d{1,3}(?!\d)\D{1,14}\d/u;

/** UTF-16 offsets of home addresses; some may overlap. A street, a place of service or a stop without flat and postal code is none. */
export function findStreetAddresses(text: string): { start: number; end: number }[] {
  if (!gate.test(text)) return [];
  const found: { start: number; end: number }[] = [];
  for (const [names, both] of [
    [apart, false],
    [compound, false],
    [anyName, true],
  ] as const)
    for (const match of text.matchAll(names)) {
      const end = endOf(text, match.index + match[0].length, both);
      if (end > 0) found.push({ start: match.index, end });
    }
  return found;
}
