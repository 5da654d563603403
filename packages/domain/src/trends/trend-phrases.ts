import type { Language } from "#language";

/** A round or a year, as the sentences name it. */
export interface NamedSide {
  readonly label: string;
  readonly isYear: boolean;
}

/** The wording of one language. Numbers come in already written; names stand first and uninflected, so that any name fits. */
export interface TrendPhrases {
  readonly up: (name: string, value: string, by: string, from: NamedSide) => string;
  readonly down: (name: string, value: string, by: string, from: NamedSide) => string;
  readonly same: (name: string, value: string, as: NamedSide) => string;
  readonly is: (name: string, value: string) => string;
  readonly published: (name: string, value: string) => string;
  readonly tooFew: (name: string, side: NamedSide) => string;
  readonly noFigures: (name: string) => string;
  readonly couldBeChance: (p: string) => string;
  readonly unlikelyChance: (p: string) => string;
  readonly sameMeans: (p: string) => string;
  readonly indicative: (n: string) => string;
  readonly suppressed: string;
  readonly fewBefore: (side: NamedSide) => string;
  readonly brokenLine: (side: NamedSide | null) => string;
  readonly first: string;
  readonly nothingBefore: string;
  readonly overlap: string;
  readonly notAsked: (side: NamedSide) => string;
  readonly publishedOnly: string;
  readonly stillCollecting: (round: string, n: number, shown: string) => string;
  readonly nothingYet: string;
  readonly base: (side: NamedSide, mean: string | null, n: number, shown: string) => string;
  readonly interval: (low: string, high: string) => string;
  readonly detectable: (by: string) => string;
  readonly points: (number: string) => string;
}

const fi: TrendPhrases = {
  up: (name, value, by, from) =>
    `${name} on ${value}, nousua ${by} ${from.isYear ? "vuodesta" : "kierroksesta"} ${from.label}.`,
  down: (name, value, by, from) =>
    `${name} on ${value}, laskua ${by} ${from.isYear ? "vuodesta" : "kierroksesta"} ${from.label}.`,
  same: (name, value, as) => `${name} on ${value}, sama kuin ${as.isYear ? "vuonna" : "kierroksella"} ${as.label}.`,
  is: (name, value) => `${name} on ${value}.`,
  published: (name, value) => `${name} on julkaistun luvun mukaan ${value}.`,
  tooFew: (name, side) => `${name}: ${side.isYear ? "vuoden" : "kierroksen"} ${side.label} lukua ei näytetä.`,
  noFigures: (name) => `${name}: lukuja ei vielä ole.`,
  couldBeChance: (p) => `Muutos mahtuu sattuman rajoihin (${p}).`,
  unlikelyChance: (p) => `Muutos tuskin on sattumaa (${p}).`,
  sameMeans: (p) => `Eroa ei ole havaittavissa (${p}).`,
  indicative: (n) => `Luku on suuntaa antava (n = ${n}), eikä muutosta testata.`,
  suppressed: "Vastaajia on liian vähän, jotta luvun voisi näyttää.",
  fewBefore: (side) => `${side.isYear ? "Vuonna" : "Kierroksella"} ${side.label} vastaajia on liian vähän vertailuun.`,
  brokenLine: (side) =>
    side === null
      ? "Aiempiin kierroksiin ei voi verrata, koska sarja katkeaa välissä."
      : `${side.isYear ? "Vuoteen" : "Kierrokseen"} ${side.label} ei voi verrata, koska sarja katkeaa välissä.`,
  first: "Kysyttiin ensimmäistä kertaa, joten vertailukohtaa ei vielä ole.",
  nothingBefore: "Aiempaa lukua, johon verrata, ei ole.",
  overlap: "Vertailtavissa on osin samat vastaajat, joten eroa ei testata.",
  notAsked: (side) => `Kysymystä ei kysytty ${side.isYear ? "vuonna" : "kierroksella"} ${side.label}.`,
  publishedOnly: "Luku on julkaistusta raportista; sille ei lasketa väliä eikä testiä.",
  stillCollecting: (round, n, shown) =>
    `Kierrosta ${round} kerätään vielä: ${shown} ${n === 1 ? "vastaaja" : "vastaajaa"} tähän mennessä.`,
  nothingYet: "Yhtään kierrosta ei ole vielä päättynyt.",
  base: (side, mean, n, shown) =>
    `${side.isYear ? `Vuosi ${side.label}` : side.label}: ${mean === null ? "" : `${mean}, `}${shown} ${n === 1 ? "vastaaja" : "vastaajaa"}.`,
  interval: (low, high) => `Erotuksen 95 %:n väli ${low}…${high}, Welchin t-testi.`,
  detectable: (by) => `Näillä vastaajamäärillä havaitaan yleensä muutos, jonka suuruus on vähintään ${by}.`,
  points: (number) => `${number} prosenttiyksikköä`,
};

const sv: TrendPhrases = {
  up: (name, value, by, from) =>
    `${name} är ${value}, en ökning med ${by} från ${from.isYear ? "år" : "omgång"} ${from.label}.`,
  down: (name, value, by, from) =>
    `${name} är ${value}, en minskning med ${by} från ${from.isYear ? "år" : "omgång"} ${from.label}.`,
  same: (name, value, as) => `${name} är ${value}, samma som ${as.isYear ? "år" : "i omgång"} ${as.label}.`,
  is: (name, value) => `${name} är ${value}.`,
  published: (name, value) => `${name} är enligt en publicerad siffra ${value}.`,
  tooFew: (name, side) => `${name}: siffran för ${side.isYear ? "år" : "omgång"} ${side.label} visas inte.`,
  noFigures: (name) => `${name}: det finns inga siffror ännu.`,
  couldBeChance: (p) => `Förändringen ryms inom slumpens gränser (${p}).`,
  unlikelyChance: (p) => `Förändringen är knappast en slump (${p}).`,
  sameMeans: (p) => `Ingen skillnad kan urskiljas (${p}).`,
  indicative: (n) => `Siffran är riktgivande (n = ${n}) och förändringen testas inte.`,
  suppressed: "Respondenterna är för få för att siffran ska kunna visas.",
  fewBefore: (side) => `${side.isYear ? "År" : "I omgång"} ${side.label} är respondenterna för få för en jämförelse.`,
  brokenLine: (side) =>
    side === null
      ? "Tidigare omgångar går inte att jämföra med, eftersom serien bryts däremellan."
      : `${side.isYear ? "År" : "Omgång"} ${side.label} går inte att jämföra med, eftersom serien bryts däremellan.`,
  first: "Frågan ställdes för första gången, så det finns ännu inget att jämföra med.",
  nothingBefore: "Det finns ingen tidigare siffra att jämföra med.",
  overlap: "Det som jämförs har delvis samma respondenter, så skillnaden testas inte.",
  notAsked: (side) => `Frågan ställdes inte ${side.isYear ? "år" : "i omgång"} ${side.label}.`,
  publishedOnly: "Siffran är hämtad ur en publicerad rapport; inget intervall eller test beräknas för den.",
  stillCollecting: (round, n, shown) =>
    `Omgång ${round} samlas ännu in: ${shown} ${n === 1 ? "respondent" : "respondenter"} hittills.`,
  nothingYet: "Ingen omgång har avslutats ännu.",
  base: (side, mean, n, shown) =>
    `${side.isYear ? `År ${side.label}` : side.label}: ${mean === null ? "" : `${mean}, `}${shown} ${n === 1 ? "respondent" : "respondenter"}.`,
  interval: (low, high) => `Skillnadens 95 %-intervall ${low}…${high}, Welchs t-test.`,
  detectable: (by) => `Med så här många svar upptäcks vanligen en förändring på minst ${by}.`,
  points: (number) => `${number} procentenheter`,
};

const en: TrendPhrases = {
  up: (name, value, by, from) => `${name} is ${value}, up ${by} from ${from.isYear ? "year" : "round"} ${from.label}.`,
  down: (name, value, by, from) =>
    `${name} is ${value}, down ${by} from ${from.isYear ? "year" : "round"} ${from.label}.`,
  same: (name, value, as) => `${name} is ${value}, the same as in ${as.isYear ? "year" : "round"} ${as.label}.`,
  is: (name, value) => `${name} is ${value}.`,
  published: (name, value) => `${name} is ${value} according to a published figure.`,
  tooFew: (name, side) => `${name}: the figure of ${side.isYear ? "year" : "round"} ${side.label} is not shown.`,
  noFigures: (name) => `${name}: there are no figures yet.`,
  couldBeChance: (p) => `This change could be chance (${p}).`,
  unlikelyChance: (p) => `This change is unlikely to be chance (${p}).`,
  sameMeans: (p) => `No difference can be told (${p}).`,
  indicative: (n) => `The figure is indicative (n = ${n}), and the change is not tested.`,
  suppressed: "Too few people answered for the figure to be shown.",
  fewBefore: (side) => `Too few people answered in ${side.isYear ? "year" : "round"} ${side.label} for a comparison.`,
  brokenLine: (side) =>
    side === null
      ? "It cannot be compared with earlier rounds, because the series breaks in between."
      : `It cannot be compared with ${side.isYear ? "year" : "round"} ${side.label}, because the series breaks in between.`,
  first: "This was asked for the first time, so there is nothing to compare with yet.",
  nothingBefore: "There is no earlier figure to compare with.",
  overlap: "Some of the respondents are in both, so the difference is not tested.",
  notAsked: (side) => `The question was not asked in ${side.isYear ? "year" : "round"} ${side.label}.`,
  publishedOnly: "The figure comes from a published report; no interval or test is made of it.",
  stillCollecting: (round, n, shown) =>
    `Round ${round} is still collecting: ${shown} ${n === 1 ? "respondent" : "respondents"} so far.`,
  nothingYet: "No round has closed yet.",
  base: (side, mean, n, shown) =>
    `${side.isYear ? `Year ${side.label}` : side.label}: ${mean === null ? "" : `${mean}, `}${shown} ${n === 1 ? "respondent" : "respondents"}.`,
  interval: (low, high) => `95% interval of the difference ${low}…${high}, Welch's t test.`,
  detectable: (by) => `With these bases a change of at least ${by} would usually be detected.`,
  points: (number) => `${number} percentage points`,
};

const ruPlurals = new Intl.PluralRules("ru");
const ruForms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: "респондент", few: "респондента" };
const ruRespondents = (n: number) => ruForms[ruPlurals.select(n)] ?? "респондентов";

const ru: TrendPhrases = {
  up: (name, value, by, from) =>
    `${name}: ${value}, рост на ${by} по сравнению с ${from.isYear ? `${from.label} годом` : `раундом ${from.label}`}.`,
  down: (name, value, by, from) =>
    `${name}: ${value}, снижение на ${by} по сравнению с ${from.isYear ? `${from.label} годом` : `раундом ${from.label}`}.`,
  same: (name, value, as) =>
    `${name}: ${value}, столько же, сколько в ${as.isYear ? `${as.label} году` : `раунде ${as.label}`}.`,
  is: (name, value) => `${name}: ${value}.`,
  published: (name, value) => `${name}: ${value}, по опубликованным данным.`,
  tooFew: (name, side) =>
    `${name}: показатель ${side.isYear ? `за ${side.label} год` : `раунда ${side.label}`} не показывается.`,
  noFigures: (name) => `${name}: данных пока нет.`,
  couldBeChance: (p) => `Изменение может быть случайным (${p}).`,
  unlikelyChance: (p) => `Изменение вряд ли случайно (${p}).`,
  sameMeans: (p) => `Различий не видно (${p}).`,
  indicative: (n) => `Показатель ориентировочный (n = ${n}), изменение не проверяется.`,
  suppressed: "Ответивших слишком мало, чтобы показать значение.",
  fewBefore: (side) =>
    `В ${side.isYear ? `${side.label} году` : `раунде ${side.label}`} ответивших слишком мало для сравнения.`,
  brokenLine: (side) =>
    side === null
      ? "Сравнить с прежними раундами нельзя: между ними разрыв ряда."
      : `Сравнить с ${side.isYear ? `${side.label} годом` : `раундом ${side.label}`} нельзя: между ними разрыв ряда.`,
  first: "Вопрос задан впервые, поэтому сравнивать пока не с чем.",
  nothingBefore: "Прежнего значения для сравнения нет.",
  overlap: "Часть респондентов входит в обе стороны сравнения, поэтому различие не проверяется.",
  notAsked: (side) => `В ${side.isYear ? `${side.label} году` : `раунде ${side.label}`} вопрос не задавался.`,
  publishedOnly: "Значение взято из опубликованного отчёта; интервал и проверка для него не рассчитываются.",
  stillCollecting: (round, n, shown) => `Раунд ${round} ещё собирается: пока ${shown} ${ruRespondents(n)}.`,
  nothingYet: "Ни один раунд ещё не завершён.",
  base: (side, mean, n, shown) =>
    `${side.isYear ? `${side.label} год` : side.label}: ${mean === null ? "" : `${mean}, `}${shown} ${ruRespondents(n)}.`,
  interval: (low, high) => `95 %-й интервал разности ${low}…${high}, t-критерий Уэлча.`,
  detectable: (by) => `При таком числе ответов обычно обнаруживается изменение не менее чем на ${by}.`,
  points: (number) => `${number} п. п.`,
};

export const trendPhrases: Readonly<Record<Language, TrendPhrases>> = { fi, sv, en, ru };
