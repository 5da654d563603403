import type { Language } from "#language";

import type { ValueNames } from "./value-names.ts";
import { valueNames as enNames } from "./value-names/en.ts";
import { valueNames as fiNames } from "./value-names/fi.ts";
import { valueNames as ruNames } from "./value-names/ru.ts";
import { valueNames as svNames } from "./value-names/sv.ts";

/** The columns of an export, in their order. */
export const exportColumns = [
  "id",
  "received",
  "kind",
  "status",
  "reason",
  "themes",
  "channel",
  "service",
  "site",
  "customerGroup",
  "round",
  "source",
  "language",
  "title",
  "text",
  "assignee",
  "team",
  "triageDueOn",
  "answerDueOn",
  "waitingUntil",
  "routedOn",
  "routingDueOn",
  "processedAt",
  "duplicateOf",
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** The words of an export in one language. */
export interface ExportPhrases extends ValueNames {
  readonly sheet: string;
  readonly columns: Readonly<Record<ExportColumn, string>>;
}

const fi: ExportPhrases = {
  sheet: "Palautteet",
  columns: {
    id: "Tunniste",
    received: "Saapunut",
    kind: "Laji",
    status: "Tila",
    reason: "Syy",
    themes: "Teemat",
    channel: "Asiointikanava",
    service: "Palvelu",
    site: "Asiointipiste",
    customerGroup: "Asiakasryhmä",
    round: "Kierros",
    source: "Lähde",
    language: "Kieli",
    title: "Otsikko",
    text: "Teksti",
    assignee: "Käsittelijä",
    team: "Tiimi",
    triageDueOn: "Käsiteltävä viimeistään",
    answerDueOn: "Vastattava viimeistään",
    waitingUntil: "Odottaa asti",
    routedOn: "Siirretty",
    routingDueOn: "Siirretyn määräpäivä",
    processedAt: "Käsitelty",
    duplicateOf: "Toistaa palautetta",
  },
  ...fiNames,
};

const sv: ExportPhrases = {
  sheet: "Återkoppling",
  columns: {
    id: "Id",
    received: "Inkommen",
    kind: "Typ",
    status: "Status",
    reason: "Orsak",
    themes: "Teman",
    channel: "Kanal",
    service: "Tjänst",
    site: "Serviceställe",
    customerGroup: "Kundgrupp",
    round: "Omgång",
    source: "Källa",
    language: "Språk",
    title: "Rubrik",
    text: "Text",
    assignee: "Handläggare",
    team: "Team",
    triageDueOn: "Behandlas senast",
    answerDueOn: "Besvaras senast",
    waitingUntil: "Väntar till",
    routedOn: "Överförd",
    routingDueOn: "Frist för det överförda",
    processedAt: "Behandlad",
    duplicateOf: "Upprepar återkoppling",
  },
  ...svNames,
};

const en: ExportPhrases = {
  sheet: "Feedback",
  columns: {
    id: "Id",
    received: "Received",
    kind: "Kind",
    status: "Status",
    reason: "Reason",
    themes: "Themes",
    channel: "Channel",
    service: "Service",
    site: "Site",
    customerGroup: "Customer group",
    round: "Round",
    source: "Source",
    language: "Language",
    title: "Title",
    text: "Text",
    assignee: "Assignee",
    team: "Team",
    triageDueOn: "Triage due",
    answerDueOn: "Answer due",
    waitingUntil: "Waits until",
    routedOn: "Routed",
    routingDueOn: "Routed due",
    processedAt: "Processed",
    duplicateOf: "Duplicate of",
  },
  ...enNames,
};

const ru: ExportPhrases = {
  sheet: "Отзывы",
  columns: {
    id: "Идентификатор",
    received: "Поступил",
    kind: "Вид",
    status: "Статус",
    reason: "Причина",
    themes: "Темы",
    channel: "Канал",
    service: "Услуга",
    site: "Пункт обслуживания",
    customerGroup: "Группа клиентов",
    round: "Раунд",
    source: "Источник",
    language: "Язык",
    title: "Заголовок",
    text: "Текст",
    assignee: "Исполнитель",
    team: "Команда",
    triageDueOn: "Разобрать до",
    answerDueOn: "Ответить до",
    waitingUntil: "Ждёт до",
    routedOn: "Передан",
    routingDueOn: "Срок переданного",
    processedAt: "Разобран",
    duplicateOf: "Повторяет отзыв",
  },
  ...ruNames,
};

export const exportPhrases: Readonly<Record<Language, ExportPhrases>> = { fi, sv, en, ru };
