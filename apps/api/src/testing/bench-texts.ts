import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { TextLanguage } from "@kuultu/domain/language";

import { searchVectors } from "#search/search-vector";
import type { WordAnalyser } from "#search/word-analyser";
import { type Dice, dice } from "#testing/dice";

/** Words by how many of the Finnish texts have them: a fifth, one in a hundred, one in ten thousand. */
export const benchWords = { common: "palvelu", middling: "käsittelyaika", rare: "poronhoitolaki" } as const;

const words: Readonly<Partial<Record<TextLanguage, readonly string[]>>> = {
  fi: "ja hakemus päätös odotin puhelin jono verkkosivu ohje lomake liite virkailija ystävällinen nopea hidas kuukausi viikko vastaus kysymys lupa työ perhe opiskelu kansalaisuus palvelupiste ajanvaraus sähköposti chatbot maksu asiakirja käännös tulkki selkeä epäselvä kiitos apua neuvonta viesti tila muutos uusi vanha ensin sitten lopulta koskaan aina joka kun vaikka koska".split(
    " ",
  ),
  sv: "och ansökan beslut väntade telefon kö webbplats anvisning blankett bilaga tjänsteman vänlig snabb långsam månad vecka svar fråga tillstånd arbete familj studier medborgarskap tack hjälp rådgivning".split(
    " ",
  ),
  en: "the application decision waited phone queue website guide form attachment officer friendly fast slow month week answer question permit work family studies citizenship thanks help advice".split(
    " ",
  ),
  ru: "и заявление решение ждал телефон очередь сайт инструкция бланк приложение сотрудник вежливый быстро медленно месяц неделя ответ вопрос разрешение работа семья учёба гражданство спасибо помощь".split(
    " ",
  ),
};
const languages = ["fi", "sv", "en", "ru"] as const satisfies readonly TextLanguage[];

/** How many different texts of each language the items draw from. */
export const textsOfLanguage: Readonly<Record<(typeof languages)[number], number>> = {
  fi: 20_000,
  sv: 2000,
  en: 3000,
  ru: 2000,
};

/** Frequent words come first in their list: half of what is written is a few words. */
function sentence(language: (typeof languages)[number], position: number, throwDice: Dice): string {
  const known = words[language] ?? [];
  const written = Array.from({ length: 6 + throwDice(26) }, () => {
    const drawn = throwDice(10_000) / 10_000;
    return known[Math.floor(known.length * drawn * drawn)] ?? "";
  });
  if (language === "fi") {
    if (position % 5 === 0) written.splice(3, 0, benchWords.common);
    if (position % 100 === 1) written.splice(2, 0, benchWords.middling);
    if (position % 10_000 === 2) written.splice(1, 0, benchWords.rare);
  }
  return written.join(" ");
}

/** Fills the temporary table `bench_text` (language, position, body, tsv, version), from which items draw their texts. */
export async function makeBenchTexts(tx: OrganisationTransaction, analyser: WordAnalyser): Promise<void> {
  await tx.run(
    `CREATE TEMPORARY TABLE bench_text (language text, position int, body text, tsv tsvector, version smallint,
       PRIMARY KEY (language, position)) ON COMMIT DROP`,
    [],
  );
  const throwDice = dice(20_211_201);
  for (const language of languages) {
    const texts = Array.from({ length: textsOfLanguage[language] }, (_, position) => ({
      language,
      title: "",
      body: sentence(language, position, throwDice),
    }));
    const vectors = await searchVectors(tx, analyser, texts);
    await tx.run(
      `INSERT INTO bench_text SELECT $1, position - 1, body, tsv::tsvector, version
         FROM unnest($2::text[], $3::text[], $4::smallint[]) WITH ORDINALITY AS t (body, tsv, version, position)`,
      [language, texts.map(({ body }) => body), vectors.map(({ tsv }) => tsv), vectors.map(({ version }) => version)],
    );
  }
}
