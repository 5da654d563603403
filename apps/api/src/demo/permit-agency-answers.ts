import type { AnswerTemplate } from "@kuultu/domain/feedback/answer-view";
import type { TextLanguage } from "@kuultu/domain/language";

import { answerElsewhere } from "#feedback/answers/answer-commands";
import { saveTemplate } from "#feedback/answers/answer-template-commands";
import { sealedContact, writeContacts } from "#feedback/answers/contact-record";
import { readFeedback } from "#feedback/feedback-item-queries";

import { type DemoAgency, seededId } from "./demo-agency.ts";
import type { DemoItem } from "./permit-agency-items.ts";
import { SeededRandom } from "./seeded-random.ts";

/** Nobody is called so, and .invalid reaches nobody. */
const surnames: Readonly<Record<TextLanguage, string>> = {
  fi: "Esimerkki",
  sv: "Exempel",
  en: "Example",
  ru: "Пример",
  und: "Example",
};
const firstNames: Readonly<Record<TextLanguage, readonly string[]>> = {
  fi: ["Aino", "Eero", "Helmi", "Onni"],
  sv: ["Moa", "Nils", "Ebba"],
  en: ["Sam", "Alex", "Kim", "Robin"],
  ru: ["Анна", "Иван", "Мария"],
  und: ["Sam"],
};

const templates: readonly Pick<AnswerTemplate, "name" | "texts">[] = [
  {
    name: "Kiitos palautteesta",
    texts: {
      fi: {
        subject: "Kiitos palautteestanne ({code})",
        body: "Hei {name},\n\nkiitos palautteestanne, joka saapui {received}. Luimme sen ja otamme sen mukaan palveluiden kehittämiseen.\n\nYstävällisin terveisin\n{staff}\n{organisation}",
      },
      sv: {
        subject: "Tack för er återkoppling ({code})",
        body: "Hej {name},\n\ntack för er återkoppling, som kom in {received}. Vi har läst den och tar med den när vi utvecklar våra tjänster.\n\nVänliga hälsningar\n{staff}\n{organisation}",
      },
      en: {
        subject: "Thank you for your feedback ({code})",
        body: "Hello {name},\n\nthank you for your feedback, which arrived on {received}. We have read it and take it along as we develop our services.\n\nKind regards\n{staff}\n{organisation}",
      },
      ru: {
        subject: "Спасибо за ваш отзыв ({code})",
        body: "Здравствуйте, {name}!\n\nСпасибо за ваш отзыв, который поступил {received}. Мы прочитали его и учтём при развитии услуг.\n\nС уважением,\n{staff}\n{organisation}",
      },
    },
  },
  {
    name: "Käsittelyajat",
    texts: {
      fi: {
        subject: "Vastaus kysymykseenne käsittelyajoista ({code})",
        body: "Hei {name},\n\nkiitos yhteydenotostanne. Ajantasaiset arviot käsittelyajoista ovat verkkosivuillamme; arvio perustuu viime kuukausien päätöksiin eikä ole lupaus.\n\nYstävällisin terveisin\n{staff}\n{organisation}",
      },
      sv: {
        subject: "Svar på er fråga om handläggningstider ({code})",
        body: "Hej {name},\n\ntack för att ni kontaktade oss. Aktuella uppskattningar av handläggningstiderna finns på vår webbplats; de bygger på de senaste månadernas beslut och är inget löfte.\n\nVänliga hälsningar\n{staff}\n{organisation}",
      },
      en: {
        subject: "Your question about processing times ({code})",
        body: "Hello {name},\n\nthank you for contacting us. Current estimates of the processing times are on our website; they look back on the decisions of the last months and are no guarantee.\n\nKind regards\n{staff}\n{organisation}",
      },
      ru: {
        subject: "Ответ на ваш вопрос о сроках рассмотрения ({code})",
        body: "Здравствуйте, {name}!\n\nСпасибо за обращение. Текущие оценки сроков рассмотрения есть на нашем сайте; они основаны на решениях последних месяцев и ничего не гарантируют.\n\nС уважением,\n{staff}\n{organisation}",
      },
    },
  },
];

const stillWaiting = 3;

/** Templates to begin from, who those are who asked for a reply, and the answers that most of them have had. */
export async function makeAnswers(
  agency: DemoAgency,
  items: readonly DemoItem[],
  ids: readonly string[],
): Promise<void> {
  const random = new SeededRandom(44);
  const settled = agency.as("everything", "2021-09-20T07:00:00Z");
  for (const template of templates) {
    await saveTemplate(settled, { templateId: seededId(random, settled.now.getTime()), ...template });
  }
  const asking = items.flatMap((item, index) => (item.replyExpected ? [{ item, itemId: ids[index] ?? "" }] : []));
  await writeContacts(
    agency.tx,
    asking.map(({ item, itemId }, index) => ({
      itemId,
      sealed: sealedContact(settled.cipher, contactFor(item, index)),
    })),
  );
  // The newest still wait; the others were answered the day after, from the mail program or by letter.
  const inOrder = asking.toSorted((one, other) => one.item.at - other.item.at);
  for (const { item, itemId } of inOrder.slice(0, -stillWaiting)) {
    const { version, processedAt } = await readFeedback(settled, itemId);
    const now = Date.parse(processedAt ?? settled.now.toISOString()) + 26 * 3_600_000;
    await answerElsewhere(agency.as("triager", new Date(now)), {
      itemId,
      version,
      answerId: seededId(random, now),
      place: item.source === "letter" ? "letter" : "other_system",
      body: "",
    });
  }
}

/** Whoever wrote a letter left a number, whoever wrote a mail its address. */
function contactFor({ language, source }: DemoItem, index: number) {
  const names = firstNames[language];
  const name = `${names[index % names.length]} ${surnames[language]}`;
  return source === "letter"
    ? { name, email: null, phone: "000 000 000" }
    : { name, email: `asiakas.${index + 1}@example.invalid`, phone: null };
}
