/** PostgreSQL's Swedish stemmer leaves the definite neuter as it is (beslutet), and the endings of short words (köerna). */
const endings = ["et", "ets", "t", "en", "n", "er", "erna", "ar", "arna", "na"];

/** Forms of a Swedish word that its stemmer does not bring together. Forms that do not exist find nothing. */
export function swedishForms(word: string): string[] {
  const bare = /^(.{3,}[^aeiouyåäö])ets?$/u.exec(word)?.[1];
  return [word, ...(bare === undefined ? [] : [bare]), ...endings.map((ending) => `${word}${ending}`)];
}
