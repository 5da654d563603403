import { addPublishedFigures } from "#trends/series-commands";

import { makeFacet } from "./demo-agency.ts";
import type { DemoAgency } from "./demo-agency.ts";
import { makePlainSurvey } from "./plain-survey.ts";

const sites = {
  mikkeli: { fi: "Mikkeli", sv: "S:t Michel", en: "Mikkeli", ru: "Миккели" },
  kiiminki: { fi: "Oulun Kiiminki", sv: "Kiminge i Uleåborg", en: "Kiiminki in Oulu", ru: "Кийминки (Оулу)" },
  saarijarvi: { fi: "Saarijärvi", sv: "Saarijärvi", en: "Saarijärvi", ru: "Саариярви" },
  parainen: { fi: "Parainen", sv: "Pargas", en: "Parainen", ru: "Парайнен" },
  pelkosenniemi: { fi: "Pelkosenniemi", sv: "Pelkosenniemi", en: "Pelkosenniemi", ru: "Пелкосенниеми" },
} as const;

const channels = {
  visit: { fi: "Käynti", sv: "Besök", en: "Visit", ru: "Визит" },
  assisted: {
    fi: "Avustettu sähköinen asiointi",
    sv: "Stödd e-tjänst",
    en: "Assisted e-service",
    ru: "Электронная услуга с помощником",
  },
  video: {
    fi: "Etäpalvelu videolla",
    sv: "Distansservice per video",
    en: "Remote service by video",
    ru: "Удалённая услуга по видео",
  },
  terminal: { fi: "Asiakaspääte", sv: "Kundterminal", en: "Customer terminal", ru: "Терминал для клиентов" },
} as const;

const source = "Maistraattien uutinen yhteisen asiakaspalvelun pilotista 2015";

/** The pilot of joint service points: its sites and the words in which its size was published. Nobody was asked for ratings. */
export async function makeServicePoints(agency: DemoAgency): Promise<void> {
  await makeFacet(agency, "site", sites);
  await makeFacet(agency, "channel", channels);
  const roundId = await makePlainSurvey(agency, {
    key: "pilot",
    names: {
      fi: "Yhteisen asiakaspalvelun pilotti",
      sv: "Pilot för samservice",
      en: "Pilot of joint customer service",
      ru: "Пилот совместного обслуживания",
    },
    round: "2014–2015",
    opensOn: "2014-09-23",
    closesOn: "2015-04-30",
    publishedOn: null,
  });
  await addPublishedFigures(agency.tx, [
    { roundId, figure: "customers", value: "20000", qualifier: "just_under", source },
    { roundId, figure: "share-of-mikkeli", value: "0.5", qualifier: "over", source },
    { roundId, figure: "share-of-registry-office-customers", value: "0.1", qualifier: "over", source },
  ]);
}
