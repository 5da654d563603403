import type { FeedbackKind } from "@kuultu/domain/feedback/triage-status";
import type { Language } from "@kuultu/domain/language";

import type { DemoChannel, DemoService } from "./permit-agency-facets.ts";
import type { DemoTheme } from "./verbatim.ts";

/** A whole answer, as its writer wrote it. */
export interface WrittenAnswer {
  readonly language: Language;
  readonly kind: FeedbackKind;
  readonly channel: DemoChannel;
  readonly service: DemoService;
  /** 1–5 for the question on overall satisfaction. */
  readonly rating: number;
  /** Local time, December 2021: day, hour, minute. */
  readonly on: readonly [day: number, hour: number, minute: number];
  readonly text: string;
  /** Words already coded to a theme: somebody has begun. */
  readonly begun?: readonly (readonly [theme: DemoTheme, words: string])[];
}

/** What waits in the queue of the round that is still collecting, oldest first; invented. */
export const openAnswers: readonly WrittenAnswer[] = [
  {
    language: "fi",
    kind: "question",
    channel: "letter",
    service: "citizenship",
    rating: 3,
    on: [1, 9, 42],
    text: "Milloin kansalaisuushakemukseni siirtyy ratkaistavaksi? Sain syyskuussa kirjeen, jossa pyydettiin odottamaan, mutta ei sanottu kuinka kauan. Olisi hyvä tietää edes, puhutaanko viikoista vai kuukausista.",
  },
  {
    language: "fi",
    kind: "complaint",
    channel: "phone",
    service: "work",
    rating: 2,
    on: [1, 15, 8],
    text: "Jätin hakemuksen kesäkuussa. Arvio oli silloin neljä kuukautta, mutta nyt on mennyt jo puoli vuotta, eikä kukaan osaa sanoa missä kohtaa jonoa se on. Soitin kolme kertaa: kahdesti puhelu katkesi jonotuksen jälkeen, ja kolmannella kerralla minut ohjattiin lukemaan verkkosivuja. Sivuilla lukee edelleen vain ”käsittelyssä”. Palvelupisteessä virkailija oli ystävällinen ja yritti parhaansa, mutta hänkään ei nähnyt koneeltaan enempää kuin minä.",
    begun: [
      ["times", "neljä kuukautta, mutta nyt on mennyt jo puoli vuotta"],
      ["transparency", "eikä kukaan osaa sanoa missä kohtaa jonoa se on"],
      ["advice", "kahdesti puhelu katkesi jonotuksen jälkeen"],
    ],
  },
  {
    language: "en",
    kind: "complaint",
    channel: "e-service",
    service: "work",
    rating: 2,
    on: [2, 11, 30],
    text: 'I uploaded the same bank statement three times and three times the form told me "error 4012". There is no explanation of what 4012 means. In the end I cut the file into four pieces. I work in IT and it still took me an evening; I wonder how people manage who don\'t.',
  },
  {
    language: "fi",
    kind: "idea",
    channel: "website",
    service: "family",
    rating: 4,
    on: [3, 8, 17],
    text: "Tarkistuslista hakemuksen liitteistä olisi hyvä: ensin muutama kysymys tilanteesta ja sitten vain ne paperit, jotka juuri minun pitää toimittaa. Nyt luin läpi neljä sivua, joista kolme ei koskenut minua.",
  },
  {
    language: "ru",
    kind: "complaint",
    channel: "email",
    service: "family",
    rating: 1,
    on: [3, 19, 55],
    text: "Четыре месяца без единого ответа: на электронные письма не отвечают, по телефону советуют написать электронное письмо. Я понимаю, что дел много, но хотя бы подтвердить, что моё письмо прочитали, наверное, можно.",
  },
  {
    language: "sv",
    kind: "praise",
    channel: "service-points",
    service: "study",
    rating: 5,
    on: [4, 10, 5],
    text: "Tack! Personalen i Vasa var vänlig och talade svenska med mig hela tiden. Jag hade glömt ett foto, men det ordnade sig på plats.",
  },
  {
    language: "fi",
    kind: "complaint",
    channel: "service-points",
    service: "family",
    rating: 2,
    on: [4, 16, 40],
    text: "Kerroin perheeni tilanteesta tiskillä, ja koko odotustila kuuli. Lapsikin oli mukana. Pyysin, voisimmeko jatkaa muualla, mutta vapaata huonetta ei kuulemma ollut.",
    begun: [["privacy", "koko odotustila kuuli"]],
  },
  {
    language: "en",
    kind: "complaint",
    channel: "chatbot",
    service: "study",
    rating: 3,
    on: [5, 13, 22],
    text: "The chatbot gives my place in the queue but it is a number without a meaning. On Monday I was 412, on Tuesday 655. Did 243 people jump the line, or is it a different line? Please write one sentence about how the number is counted.",
  },
  {
    language: "fi",
    kind: "idea",
    channel: "e-service",
    service: "work",
    rating: 4,
    on: [5, 18, 3],
    text: "Lähettäkää tekstiviesti, kun asiointikohtainen tila muuttuu. Käyn katsomassa palvelua monta kertaa viikossa turhaan.",
  },
  {
    language: "sv",
    kind: "question",
    channel: "email",
    service: "family",
    rating: 3,
    on: [6, 9, 12],
    text: "Var hittar jag blanketten för familjeåterförening på svenska? Länken på den svenska sidan leder till den finska blanketten.",
  },
  {
    language: "fi",
    kind: "complaint",
    channel: "phone",
    service: "other",
    rating: 2,
    on: [6, 12, 48],
    text: "Puhelinpalvelu on auki vain aamupäivällä, jolloin seison itse kassalla enkä voi jonottaa linjalla. Takaisinsoitto tai yksikin ilta viikossa ratkaisisi asian.",
  },
  {
    language: "fi",
    kind: "other",
    channel: "website",
    service: "other",
    rating: 3,
    on: [6, 20, 31],
    text: "Ruudunlukija ei lue lomakkeen virheilmoituksia. Kun painan Lähetä, mitään ei tapahdu, ja vasta näkevä ystävä kertoi, että ruudun yläreunassa on punainen teksti.",
  },
  {
    language: "fi",
    kind: "praise",
    channel: "e-service",
    service: "work",
    rating: 5,
    on: [7, 7, 50],
    text: "Jatkolupa tuli kolmessa viikossa, kokonaan ilman käyntiä. Edellisellä kerralla piti matkustaa Rovaniemeltä Ouluun. Kiitos!",
  },
  {
    language: "en",
    kind: "question",
    channel: "email",
    service: "work",
    rating: 3,
    on: [7, 10, 26],
    text: "My employer is going to merge with another company in February. Do I need a new permit or is it enough to report the change? I could not find this case anywhere. You can reach me at daniel.demo@example.invalid or 040 555 0142.",
  },
  {
    language: "fi",
    kind: "complaint",
    channel: "website",
    service: "citizenship",
    rating: 2,
    on: [7, 14, 9],
    text: "Suomen- ja englanninkielinen sivu kertovat käsittelymaksusta eri summan. Maksoin pienemmän, ja sitten tuli lasku erotuksesta. Kumpi sivu on oikeassa?",
  },
  {
    language: "fi",
    kind: "complaint",
    channel: "e-service",
    service: "family",
    rating: 1,
    on: [7, 21, 14],
    text: "Hakemukseni on kadonnut palvelusta. Asia koskee hakijaa 010190-901R, ja viimeksi se näkyi marraskuun lopussa. Nyt sivulla lukee, ettei vireillä olevia hakemuksia ole. Olen todella huolissani, koska lupani loppuu tammikuussa.",
  },
  {
    language: "fi",
    kind: "idea",
    channel: "chatbot",
    service: "study",
    rating: 4,
    on: [8, 8, 44],
    text: "Chatbot voisi kysyä kielen heti alussa. Nyt se vastaa suomeksi, vaikka kirjoitan englanniksi ensimmäisen viestin.",
  },
  {
    language: "ru",
    kind: "other",
    channel: "phone",
    service: "citizenship",
    rating: 3,
    on: [8, 11, 2],
    text: "Пишу за маму, она сама не пользуется интернетом. Ей семьдесят шесть лет, и все ваши услуги теперь в сети. Подскажите, кто может помочь ей лично, на русском языке.",
  },
  {
    language: "fi",
    kind: "complaint",
    channel: "service-points",
    service: "eu",
    rating: 3,
    on: [8, 13, 37],
    text: "Ajan sai vasta seitsemän viikon päähän, ja kun tulin paikalle, asia oli hoidettu viidessä minuutissa. Miksi tällaista ei voi tehdä verkossa?",
  },
  {
    language: "en",
    kind: "praise",
    channel: "service-points",
    service: "protection",
    rating: 5,
    on: [8, 15, 56],
    text: "The interpreter and the officer were both very respectful. I was afraid before the interview and not afraid after it.",
  },
  {
    language: "fi",
    kind: "complaint",
    channel: "phone",
    service: "study",
    rating: 2,
    on: [8, 18, 29],
    text: "Kolme eri neuvojaa, kolme eri vastausta vakuutuksesta. Viimeinen sanoi, että kannattaa vain kokeilla ja katsoa, hylätäänkö hakemus.",
  },
  {
    language: "en",
    kind: "idea",
    channel: "e-service",
    service: "work",
    rating: 4,
    on: [9, 7, 15],
    text: "Please let us download a certificate that the application is pending, with the date. My bank, my landlord and my employer all asked for one within the same week, and a screenshot was not enough for any of them.",
  },
  {
    language: "fi",
    kind: "other",
    channel: "website",
    service: "other",
    rating: 3,
    on: [9, 8, 21],
    text: "Lähetän tämän toisen kerran, kun en tiedä, menikö edellinen perille. Puhelinpalvelu on auki vain aamupäivällä, jolloin seison itse kassalla enkä voi jonottaa linjalla. Takaisinsoitto tai yksikin ilta viikossa ratkaisisi asian.",
  },
];
