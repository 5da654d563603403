import { createTheme } from "#themes/themes-commands";
import { addPublishedFigures } from "#trends/series-commands";

import { makeFacet } from "./demo-agency.ts";
import type { DemoAgency } from "./demo-agency.ts";
import { dealt, makePlainSurvey, receivePlainResponses } from "./plain-survey.ts";
import { SeededRandom } from "./seeded-random.ts";

const services = {
  guardian: {
    fi: "Edunvalvojan määrääminen",
    sv: "Förordnande av intressebevakare",
    en: "Appointing a guardian",
    ru: "Назначение опекуна",
  },
  witness: { fi: "Todistajapalvelut", sv: "Vittnestjänster", en: "Witness services", ru: "Услуги свидетелей" },
  marriage: {
    fi: "Vihkiminen ja parisuhteen rekisteröinti",
    sv: "Vigsel och registrering av partnerskap",
    en: "Marriage and registered partnership",
    ru: "Брак и регистрация партнёрства",
  },
  foreigners: {
    fi: "Ulkomaalaisten rekisteröinti",
    sv: "Registrering av utlänningar",
    en: "Registration of foreigners",
    ru: "Регистрация иностранцев",
  },
  names: {
    fi: "Nimiasiat (hakemukset)",
    sv: "Namnärenden (ansökningar)",
    en: "Name matters (applications)",
    ru: "Перемена имени (заявления)",
  },
  child: {
    fi: "Lapsen rekisteröinti",
    sv: "Registrering av barn",
    en: "Registering a child",
    ru: "Регистрация ребёнка",
  },
} as const;

/** Invented to fit the published 1 046 respondents. */
const byService = { guardian: 203, witness: 154, marriage: 231, foreigners: 187, names: 126, child: 145 } as const;
const byLanguage = { fi: 742, sv: 118, en: 113, ru: 73 } as const;
const byMode = { invited: 612, open: 434 } as const;
const invited = 4080;

const needs = [
  {
    fi: "Tilaratkaisut erityisryhmille",
    sv: "Lokaler för specialgrupper",
    en: "Premises for special groups",
    ru: "Помещения для особых групп",
  },
  { fi: "Yksityisyyden suoja", sv: "Integritetsskydd", en: "Privacy", ru: "Приватность" },
  { fi: "Palautteen antaminen", sv: "Att ge respons", en: "Giving feedback", ru: "Как оставить отзыв" },
  { fi: "Toiminnan avoimuus", sv: "Öppenhet i verksamheten", en: "Openness", ru: "Открытость" },
  { fi: "Sähköiset palvelut", sv: "E-tjänster", en: "E-services", ru: "Электронные услуги" },
] as const;

/** The values survey of 2014: who answered. No mean was published, so there is no rating here. */
export async function makeRegistryOffices(agency: DemoAgency): Promise<void> {
  const serviceIds = await makeFacet(agency, "service", services);
  const opensOn = "2014-10-01";
  const roundId = await makePlainSurvey(agency, {
    key: "values",
    names: { fi: "Arvokysely", sv: "Värderingsenkät", en: "Values survey", ru: "Опрос о ценностях" },
    provider: "Kyselytalo Suora",
    round: "2014",
    opensOn,
    closesOn: "2014-10-31",
    publishedOn: "2015-01-20",
    invited,
  });
  const where = { organisationId_id: { organisationId: agency.tx.organisationId, id: roundId } };
  await agency.tx.round.update({
    where,
    data: { answeredInvited: byMode.invited, answeredOpen: byMode.open },
    select: { id: true },
  });
  const random = new SeededRandom(14);
  const languages = dealt(random, byLanguage);
  const modes = dealt(random, byMode);
  const responses = dealt(random, byService).map((service, index) => ({
    language: languages[index] ?? "und",
    mode: modes[index] ?? null,
    serviceId: serviceIds(service),
  }));
  await receivePlainResponses(agency, roundId, opensOn, responses);
  await addPublishedFigures(agency.tx, [
    { roundId, figure: "n", value: "1046", qualifier: "exact", source: "Maistraattien uutinen arvokyselystä 2014" },
  ]);
  for (const names of needs)
    await createTheme(agency.as("analyst", "2015-01-20T09:00:00Z"), { names, descriptions: {} });
}
