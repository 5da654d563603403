import type { LocalisedText } from "@kuultu/domain/language";

/** Ways of service that are rated and talked about. */
export const demoChannels = {
  "service-points": { fi: "Palvelupisteet", sv: "Serviceställen", en: "Service points", ru: "Пункты обслуживания" },
  email: { fi: "Sähköposti", sv: "E-post", en: "E-mail", ru: "Электронная почта" },
  "social-media": { fi: "Sosiaalinen media", sv: "Sociala medier", en: "Social media", ru: "Социальные сети" },
  "e-service": { fi: "Verkkopalvelu", sv: "E-tjänst", en: "E-service", ru: "Электронный сервис" },
  website: { fi: "Verkkosivut", sv: "Webbplats", en: "Website", ru: "Сайт" },
  chatbot: { fi: "Chatbot", sv: "Chattbot", en: "Chatbot", ru: "Чат-бот" },
  phone: { fi: "Puhelin", sv: "Telefon", en: "Phone", ru: "Телефон" },
  letter: { fi: "Kirje", sv: "Brev", en: "Letter", ru: "Письмо" },
} as const satisfies Record<string, LocalisedText>;
export type DemoChannel = keyof typeof demoChannels;

export const demoServices = {
  work: {
    fi: "Työntekijän oleskelulupa",
    sv: "Uppehållstillstånd för arbetstagare",
    en: "Residence permit for an employed person",
    ru: "Вид на жительство для работника",
  },
  study: {
    fi: "Opiskelijan oleskelulupa",
    sv: "Uppehållstillstånd för studerande",
    en: "Residence permit for studies",
    ru: "Вид на жительство для учёбы",
  },
  family: { fi: "Perheside", sv: "Familjeband", en: "Family ties", ru: "Семейные связи" },
  citizenship: { fi: "Kansalaisuus", sv: "Medborgarskap", en: "Citizenship", ru: "Гражданство" },
  protection: {
    fi: "Kansainvälinen suojelu",
    sv: "Internationellt skydd",
    en: "International protection",
    ru: "Международная защита",
  },
  eu: { fi: "EU-rekisteröinti", sv: "EU-registrering", en: "EU registration", ru: "Регистрация гражданина ЕС" },
  other: { fi: "Muu asia", sv: "Annat ärende", en: "Other matter", ru: "Другой вопрос" },
} as const satisfies Record<string, LocalisedText>;
export type DemoService = keyof typeof demoServices;

/** Customer groups of the survey; each goes with the service of the same key. */
export const demoGroups = {
  work: { fi: "Työnteko", sv: "Arbete", en: "Work", ru: "Работа" },
  study: { fi: "Opiskelu", sv: "Studier", en: "Studies", ru: "Учёба" },
  family: { fi: "Perheside", sv: "Familjeband", en: "Family", ru: "Семья" },
  citizenship: { fi: "Kansalaisuus", sv: "Medborgarskap", en: "Citizenship", ru: "Гражданство" },
  protection: {
    fi: "Kansainvälinen suojelu",
    sv: "Internationellt skydd",
    en: "International protection",
    ru: "Международная защита",
  },
  eu: { fi: "EU-rekisteröinti", sv: "EU-registrering", en: "EU registration", ru: "Регистрация ЕС" },
  other: { fi: "Muu", sv: "Annan", en: "Other", ru: "Другое" },
} as const satisfies Record<DemoService, LocalisedText>;

/** Places of service, invented apart from the names of towns. */
export const demoSites = {
  helsinki: {
    fi: "Helsingin palvelupiste",
    sv: "Servicestället i Helsingfors",
    en: "Helsinki service point",
    ru: "Пункт в Хельсинки",
  },
  tampere: {
    fi: "Tampereen palvelupiste",
    sv: "Servicestället i Tammerfors",
    en: "Tampere service point",
    ru: "Пункт в Тампере",
  },
  turku: { fi: "Turun palvelupiste", sv: "Servicestället i Åbo", en: "Turku service point", ru: "Пункт в Турку" },
  vaasa: { fi: "Vaasan palvelupiste", sv: "Servicestället i Vasa", en: "Vaasa service point", ru: "Пункт в Ваасе" },
  oulu: { fi: "Oulun palvelupiste", sv: "Servicestället i Uleåborg", en: "Oulu service point", ru: "Пункт в Оулу" },
} as const satisfies Record<string, LocalisedText>;
