// Finnish consonant gradation: the consonants before a stem's last vowel change with the ending (katu – kadun, neuvonta – neuvonnan).

/** Strong and weak, the longest first. Those of one consonant change after a vowel or the consonants named only. */
const grades: readonly (readonly [strong: string, weak: string, after?: RegExp])[] = [
  ["kk", "k"],
  ["pp", "p"],
  ["tt", "t"],
  ["nk", "ng"],
  ["mp", "mm"],
  ["nt", "nn"],
  ["lt", "ll"],
  ["rt", "rr"],
  ["p", "v", /[aeiouyäölr]$/u],
  ["t", "d", /[aeiouyäöh]$/u],
];

const stem = /^(.*?)([^aeiouyäö]+)([aeiouyäö]?)$/u;

/** Every weak grade that a stem with a strong one may have: "katu" → "kadu"; none where nothing changes. */
export function weakGrades(strong: string): string[] {
  const weak: string[] = [];
  // aika – aja-, poika – poja-; suku – suvu-; kulke- – kulje-, arka – ara-.
  weak.push(...replaced(strong, /ik([aä]?)$/u, "j$1"), ...replaced(strong, /([uy])k([uy])$/u, "$1v$2"));
  weak.push(
    ...replaced(strong, /([lrh])k([eiä]?)$/u, "$1j$2"),
    ...replaced(strong, /([aeiouyäölrh])k([aeiouyäö]?)$/u, "$1$2"),
  );
  weak.push(...changed(strong, 0, 1));
  return [...new Set(weak)];
}

/** Every strong grade that a stem with a weak one may have: "liike" → "liikke". */
export function strongGrades(weak: string): string[] {
  const strong: string[] = [];
  strong.push(...replaced(weak, /([aouäöy])j([aä]?)$/u, "$1ik$2"), ...replaced(weak, /([uy])v([uy])$/u, "$1k$2"));
  strong.push(...replaced(weak, /([lrh])j([eiä]?)$/u, "$1k$2"));
  strong.push(...changed(weak, 1, 0));
  return [...new Set(strong)];
}

function replaced(word: string, ending: RegExp, by: string): string[] {
  return ending.test(word) ? [word.replace(ending, by)] : [];
}

function changed(word: string, from: 0 | 1, to: 0 | 1): string[] {
  const match = stem.exec(word);
  if (match === null) return [];
  const [, before = "", consonants = "", vowel = ""] = match;
  const found: string[] = [];
  for (const grade of grades) {
    const own = grade[from];
    const [strong, , after] = grade;
    if (!consonants.endsWith(own)) continue;
    const rest = before + consonants.slice(0, consonants.length - own.length);
    if (after !== undefined && !after.test(rest)) continue;
    // A double consonant, or one after another stop, is not its own weak half.
    if (own.length === 1 && strong.length === 2 && !/[aeiouyäölrnm]$/u.test(rest)) continue;
    found.push(rest + grade[to] + vowel);
    if (own.length === 2 && from === 0) break;
  }
  return found;
}
