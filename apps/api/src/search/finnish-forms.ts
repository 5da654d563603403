import { strongGrades, weakGrades } from "#search/consonant-gradation";

/**
 * Forms of a Finnish word that stem differently, by rules and without a dictionary: a word is taken for what its ending allows, and
 * forms that do not exist find nothing. For where Voikko is missing.
 */
export function finnishForms(word: string): string[] {
  if (word.length < 4 || /[^a-zåäö]/u.test(word)) return [word];
  const a = /[aouå]/u.test(word) ? "a" : "ä";
  const forms = new Set([word]);
  for (const { ending, forms: ofEnding } of endings) {
    const match = ending.exec(word);
    if (match !== null) for (const form of ofEnding(word.slice(0, match.index), match[1] ?? "", a)) forms.add(form);
  }
  return [...forms];
}

interface Ending {
  readonly ending: RegExp;
  /** `before`: the word without its ending; `caught`: what the ending holds; `a`: the vowel of endings, a or ä. */
  readonly forms: (before: string, caught: string, a: string) => Iterable<string>;
}

const both = (strong: string) => [strong, ...weakGrades(strong)];
const strengthened = (weak: string) => [weak, ...strongGrades(weak)];

/** Singular and plural of a stem that ends in a vowel, in the cases that stem apart. */
function* cases(stem: string, a: string): Generator<string> {
  yield* [`${stem}n`, `${stem}ss${a}`, `${stem}st${a}`, `${stem}t`, `${stem}ll${a}`];
}
function* plurals(stem: string, a: string): Generator<string> {
  yield* [`${stem}ss${a}`, `${stem}ll${a}`, `${stem}st${a}`];
}

const endings: readonly Ending[] = [
  // suomalainen – suomalaisen, suomalaista, suomalaisia
  {
    ending: /nen$/u,
    *forms(before, _, a) {
      yield* cases(`${before}se`, a);
      yield* [`${before}st${a}`, `${before}si${a}`];
      yield* plurals(`${before}si`, a);
    },
  },
  // liike – liikkeen, liikettä, liikkeitä
  {
    ending: /e$/u,
    *forms(before, _, a) {
      yield `${before}ett${a}`;
      for (const stem of strengthened(`${before}e`)) {
        yield* cases(`${stem}e`, a);
        yield* [`${stem}n`, `${stem}it${a}`, `${stem}iden`];
        yield* plurals(`${stem}i`, a);
      }
    },
  },
  // pankki – pankin, pankkeja; kivi – kiven; vuosi – vuoden, vuotta
  {
    ending: /i$/u,
    *forms(before, _, a) {
      for (const stem of both(`${before}i`)) yield* cases(stem, a);
      for (const stem of both(`${before}e`)) {
        yield* cases(stem, a);
        yield* plurals(`${stem}i`, a);
      }
      yield* [`${before}i${a}`, `${before}ej${a}`, `${before}ien`];
      if (before.endsWith("s")) yield* [...cases(`${before.slice(0, -1)}de`, a), `${before.slice(0, -1)}tt${a}`];
    },
  },
  // lupa – luvan, lupia; neuvonta – neuvonnan, neuvontoja; virkailija – virkailijoita
  {
    ending: /([aä])$/u,
    *forms(before, vowel, a) {
      yield* [`${before}${vowel}${a}`, `${before}i${a}`];
      const round = vowel === "a" ? "o" : "ö";
      yield* [`${before}${round}j${a}`, `${before}${round}it${a}`, `${before}${round}iden`];
      for (const stem of both(`${before}${vowel}`)) {
        yield* cases(stem, a);
        yield* plurals(`${stem.slice(0, -1)}i`, a);
        yield* plurals(`${stem.slice(0, -1)}${round}i`, a);
      }
    },
  },
  // katu – kadun, katuja
  {
    ending: /([ouyöå])$/u,
    *forms(before, vowel, a) {
      yield* [`${before}${vowel}${a}`, `${before}${vowel}j${a}`, `${before}${vowel}jen`];
      for (const stem of both(`${before}${vowel}`)) {
        yield* cases(stem, a);
        yield* plurals(`${stem}i`, a);
      }
    },
  },
  // hakemus – hakemuksen; päätös – päätöksiä
  {
    ending: /([uyoöei])s$/u,
    *forms(before, vowel, a) {
      yield `${before}${vowel}st${a}`;
      yield* cases(`${before}${vowel}kse`, a);
      yield* [...plurals(`${before}${vowel}ksi`, a), `${before}${vowel}ksi${a}`];
    },
  },
  // mahdollisuus – mahdollisuuden, mahdollisuutta
  {
    ending: /(uu|yy)s$/u,
    *forms(before, vowels, a) {
      yield* cases(`${before}${vowels}de`, a);
      yield* [`${before}${vowels}tt${a}`, `${before}${vowels}teen`, `${before}${vowels}ksi${a}`];
    },
  },
  // asiakas – asiakkaan; kaunis – kauniin
  {
    ending: /([aäi])s$/u,
    *forms(before, vowel, a) {
      yield `${before}${vowel}st${a}`;
      for (const stem of strengthened(`${before}${vowel}`)) {
        yield* cases(`${stem}${vowel}`, a);
        yield* [`${stem}it${a}`, `${stem}iden`];
        yield* plurals(`${stem.replace(/i$/u, "")}i`, a);
      }
    },
  },
  // puhelin – puhelimen; hakija ilman -in ei tähän
  {
    ending: /in$/u,
    *forms(before, _, a) {
      yield `${before}int${a}`;
      for (const stem of strengthened(`${before}i`)) {
        yield* cases(`${stem}me`, a);
        yield* [`${stem}mi${a}`, ...plurals(`${stem}mi`, a)];
      }
    },
  },
  // maksuton – maksuttoman
  {
    ending: /t([oö])n$/u,
    *forms(before, vowel, a) {
      yield* cases(`${before}tt${vowel}m${a}`, a);
      yield* [`${before}t${vowel}nt${a}`, `${before}tt${vowel}mi${a}`];
    },
  },
  // internet – internetin
  {
    ending: /([^aeiouyäös])$/u,
    *forms(before, consonant, a) {
      yield* cases(`${before}${consonant}i`, a);
    },
  },
  // odottaa – odotan, odotin, odottanut, odotettu
  {
    ending: /([aäoöuyie])[aä]$/u,
    *forms(before, vowel, a) {
      for (const stem of both(`${before}${vowel}`)) {
        const past = stem.replace(/[aäe]$/u, "") + (stem.endsWith("i") ? "" : "i");
        yield* [`${stem}n`, `${stem}t`, `${stem}mme`, `${past}n`, `${past}mme`, past];
        yield* [`${stem.replace(/[aä]$/u, "e")}tt${a === "a" ? "u" : "y"}`];
      }
      yield* [`${before}${vowel}nut`, `${before}${vowel}nyt`, `${before}${vowel}v${a}t`];
    },
  },
  // käsitellä – käsittelen, käsitelty; mennä – menen; nousta – nousen
  {
    ending: /(l|n|r|s)[lnrt][aä]$/u,
    *forms(before, consonant, a) {
      const u = a === "a" ? "u" : "y";
      yield* [`${before}${consonant}t${u}`, `${before}${consonant}${consonant}${u}t`];
      for (const stem of strengthened(before)) {
        yield* [`${stem}${consonant}en`, `${stem}${consonant}in`, `${stem}${consonant}i`, `${stem}${consonant}ee`];
      }
    },
  },
  // vastata – vastaan, vastasi, vastattu; pelätä – pelkään
  {
    ending: /([aäouyöie])t[aä]$/u,
    *forms(before, vowel, a) {
      const u = a === "a" ? "u" : "y";
      yield* [`${before}${vowel}nn${u}t`, `${before}${vowel}tt${u}`];
      for (const stem of strengthened(`${before}${vowel}`))
        yield* [`${stem}${a}n`, `${stem}${a}`, `${stem}sin`, `${stem}si`];
    },
  },
  // saada – saan, sain, saatu
  {
    ending: /([aäouyöie])d[aä]$/u,
    *forms(before, vowel, a) {
      const u = a === "a" ? "u" : "y";
      yield* [`${before}${vowel}n`, `${before}in`, `${before}${vowel}n${u}t`, `${before}${vowel}t${u}`];
      yield* [`${before}${vowel}tsen`, `${before}${vowel}tsin`, `${before}${vowel}`];
    },
  },
];

/** What the stem of an inflected form may be in the other grade: "käsittelyaj" → "käsittelyaik". */
export function otherGrades(stem: string): string[] {
  return stem.length < 3 ? [] : [...weakGrades(stem), ...strongGrades(stem)];
}
