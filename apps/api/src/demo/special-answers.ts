import type { RoutingClass } from "@kuultu/domain/feedback/triage-status";
import type { Language } from "@kuultu/domain/language";

import type { DemoService } from "./permit-agency-facets.ts";

interface Special {
  readonly language: Language;
  readonly service: DemoService;
  readonly text: string;
}

/** What came through the survey and is not feedback, by round: it goes to its own handlers. */
export const routedAnswers: Readonly<
  Record<"2021-2" | "2021-3", readonly (Special & { readonly to: RoutingClass })[]>
> = {
  "2021-2": [
    {
      language: "fi",
      service: "family",
      to: "revised_decision",
      text: "Vaadin oikaisua 3.8. saamaani käsittelymaksupäätökseen. Maksoin verkkohinnan, mutta minulta perittiin paperihakemuksen hinta. Henkilötunnukseni on 140785-934R.",
    },
    {
      language: "en",
      service: "study",
      to: "revised_decision",
      text: "I request a revised decision on the fee that was charged twice for my application. The receipts are attached to my e-mail from 20 August.",
    },
    {
      language: "fi",
      service: "citizenship",
      to: "document_request",
      text: "Pyydän kopion kaikista asiakirjoista, jotka koskevat kansalaisuusasiaani. Yhteystieto: pekka.esimerkki@example.invalid.",
    },
    {
      language: "ru",
      service: "family",
      to: "document_request",
      text: "Прошу выслать копию протокола моего собеседования. Телефон 040 555 0173.",
    },
    {
      language: "en",
      service: "work",
      to: "data_protection",
      text: "Please tell me which data you hold about me, where it came from and who has looked at it. My personal identity code is 110495-923L.",
    },
  ],
  "2021-3": [
    {
      language: "fi",
      service: "other",
      to: "accessibility",
      text: "Ajanvarauskalenteria ei voi käyttää näppäimistöllä. Päivää ei saa valittua ilman hiirtä, joten varaus jää tekemättä.",
    },
    {
      language: "fi",
      service: "work",
      to: "document_request",
      text: "Tarvitsen kopion työlupapäätöksestäni vuodelta 2018. Alkuperäinen tuhoutui vesivahingossa. Numeroni on 040 555 0118.",
    },
    {
      language: "en",
      service: "family",
      to: "revised_decision",
      text: "I ask you to correct the fee decision of 22 November. I am under 18 and was charged the price of an adult.",
    },
    {
      language: "fi",
      service: "eu",
      to: "other_authority",
      text: "Verokorttia ei saa haettua, kun verkkopankkitunnuksia ei ole. Voisiko verokortin saada paperilla postitse?",
    },
  ],
};

/** What nothing could be read from. */
export const rejectedAnswers: Readonly<
  Record<"2021-2" | "2021-3", readonly (Special & { readonly reason: "empty_text" | "test_response" })[]>
> = {
  "2021-2": [
    { language: "fi", service: "work", reason: "empty_text", text: "-" },
    { language: "en", service: "study", reason: "empty_text", text: "..." },
    { language: "fi", service: "other", reason: "test_response", text: "testi testi 123" },
  ],
  "2021-3": [{ language: "fi", service: "work", reason: "test_response", text: "Testivastaus, toimiiko lomake?" }],
};

/** Answers without a theme in 2021-2: nothing to develop can be read from them. */
export const themelessAnswers: readonly (Special & {
  readonly reason: "too_general" | "off_topic" | "praise_only" | "not_understandable";
})[] = [
  { language: "fi", service: "work", reason: "too_general", text: "Ei kommentoitavaa." },
  { language: "fi", service: "family", reason: "praise_only", text: "Kaikki hyvin!" },
  { language: "fi", service: "citizenship", reason: "too_general", text: "Ihan ok." },
  { language: "en", service: "work", reason: "praise_only", text: "All good, thank you." },
  { language: "en", service: "study", reason: "off_topic", text: "Finland is beautiful but very dark in November." },
  { language: "fi", service: "eu", reason: "off_topic", text: "Bussi numero 16 voisi kulkea useammin." },
  { language: "en", service: "family", reason: "not_understandable", text: "same as before the other one also" },
  { language: "sv", service: "study", reason: "too_general", text: "Inget att tillägga." },
];

/** Sentences with personal data that are added to a few answers, so that masking has something to do. */
export const personalSentences: Readonly<Record<Language, readonly string[]>> = {
  fi: [
    "Hakijan henkilötunnus on 230899-957P.",
    "Minut tavoittaa numerosta 040 555 0127.",
    "Vastauksen voi lähettää osoitteeseen liisa.malli@example.invalid.",
    "Puolisoni tunnus on 300172-968Y, jos siitä on apua.",
    "Soittakaa mieluummin: 040 555 0164.",
  ],
  sv: ["Min personbeteckning är 010190-901R.", "Ni når mig på 040 555 0139."],
  en: [
    "My identity code is 050602A9120 if you want to check.",
    "Please answer to sam.sample@example.invalid.",
    "You can call me: 040 555 0186.",
    "My wife's code is 140785-934R.",
  ],
  ru: ["Мой телефон 040 555 0191.", "Ответ можно прислать на anna.primer@example.invalid."],
};
