import type { LocalisedText } from "@kuultu/domain/language";
import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";

import { addAction, addMeasure, addMeasurement, editAction } from "#themes/theme-work-commands";
import { createTheme, editTheme, moveTheme, pinTheme } from "#themes/themes-commands";
import { themeDetail } from "#themes/themes-queries";

import type { DemoAgency } from "./demo-agency.ts";
import { themeStories } from "./permit-agency-theme-stories.ts";
import type { DemoAction, DemoMeasure, ThemeStory } from "./permit-agency-theme-stories.ts";
import { demoThemes } from "./verbatim.ts";
import type { DemoTheme } from "./verbatim.ts";

export const themeNames: Readonly<Record<DemoTheme, LocalisedText>> = {
  times: { fi: "Käsittelyajat", sv: "Handläggningstider", en: "Processing times", ru: "Сроки рассмотрения" },
  transparency: {
    fi: "Läpinäkyvyys ja ennakoitavuus",
    sv: "Insyn och förutsägbarhet",
    en: "Transparency and predictability",
    ru: "Прозрачность и предсказуемость",
  },
  advice: {
    fi: "Neuvonnan saatavuus",
    sv: "Tillgång till rådgivning",
    en: "Availability of advice",
    ru: "Доступность консультаций",
  },
  instructions: {
    fi: "Selkeä ohjeistus",
    sv: "Tydliga anvisningar",
    en: "Clear instructions",
    ru: "Понятные инструкции",
  },
  staff: {
    fi: "Henkilöstön palvelu (kiitos)",
    sv: "Personalens service (beröm)",
    en: "Service by the staff (praise)",
    ru: "Работа персонала (благодарность)",
  },
  "e-services": { fi: "Sähköiset palvelut", sv: "E-tjänster", en: "E-services", ru: "Электронные услуги" },
  openness: { fi: "Avoimuus", sv: "Öppenhet", en: "Openness", ru: "Открытость" },
  privacy: {
    fi: "Yksityisyyden suoja ja tilaratkaisut",
    sv: "Integritetsskydd och lokaler",
    en: "Privacy and premises",
    ru: "Приватность и помещения",
  },
  "giving-feedback": {
    fi: "Palautteen antaminen",
    sv: "Att ge respons",
    en: "Giving feedback",
    ru: "Как оставить отзыв",
  },
};

/** The themes under their keys 1–9, as they stood when the first round came; their later story is `tellThemeStories`. */
export async function makeThemes(agency: DemoAgency): Promise<ReadonlyMap<DemoTheme, string>> {
  const ids = new Map<DemoTheme, string>();
  for (const [index, theme] of demoThemes.entries()) {
    const at = `2019-05-${String(6 + index).padStart(2, "0")}T07:30:00Z`;
    const { id, version } = await createTheme(agency.as("analyst", at), { names: themeNames[theme], descriptions: {} });
    await pinTheme(agency.as("analyst", at), { themeId: id, version, digit: index + 1 });
    ids.set(theme, id);
  }
  return ids;
}

/** Owners, actions, measures and moves of the themes, each on its day. */
export async function tellThemeStories(agency: DemoAgency, ids: ReadonlyMap<DemoTheme, string>): Promise<void> {
  for (const theme of demoThemes) {
    const themeId = ids.get(theme);
    const story = themeStories[theme];
    if (themeId !== undefined && story !== null) await tell(agency, themeId, story);
  }
}

async function tell(agency: DemoAgency, themeId: string, story: ThemeStory): Promise<void> {
  const owner = story.owner;
  const review = agency.as("everything", `${story.reviewedOn}T08:00:00Z`);
  const { version } = await themeDetail(agency.tx, review, themeId);
  let theme = await moveTheme(review, { themeId, version, to: "under_review", ownerId: agency.staffId(owner) });
  for (const action of story.actions) theme = await makeAction(agency, theme, action, owner);
  for (const measure of story.measures) theme = await makeMeasure(agency, theme, measure, owner);
  const at = (day: string) => agency.as(owner, `${day}T09:00:00Z`);
  const move = (day: string, supplied: Omit<Parameters<typeof moveTheme>[1], "themeId" | "version">) =>
    moveTheme(at(day), { themeId, version: theme.version, ...supplied });
  const { targetOn, noMeasureReason } = story;
  if (story.plannedOn !== undefined) {
    theme = await move(story.plannedOn, { to: "planned", targetOn, noMeasureReason });
  } else if (targetOn !== undefined) {
    theme = await editTheme(at(story.reviewedOn), { themeId, version: theme.version, targetOn });
  }
  if (story.startedOn !== undefined)
    theme = await move(story.startedOn, { to: "in_progress", startedOn: story.startedOn });
  if (story.delivered !== undefined) {
    const { on: deliveredOn, evidence } = story.delivered;
    await move(deliveredOn, { to: "delivered", deliveredOn, evidence });
  }
}

async function makeAction(
  agency: DemoAgency,
  theme: ThemeDetail,
  action: DemoAction,
  owner: string,
): Promise<ThemeDetail> {
  const at = (day: string) => agency.as(owner, `${day}T10:00:00Z`);
  let made = await addAction(at(action.addedOn), {
    themeId: theme.id,
    version: theme.version,
    name: action.name,
    ownerId: agency.staffId(owner),
    targetOn: action.targetOn ?? null,
  });
  const row = made.actionRows.find(({ name }) => name === action.name);
  if (row === undefined) throw new RangeError(action.name);
  if (action.note !== undefined) {
    const where = { organisationId_id: { organisationId: agency.tx.organisationId, id: row.id } };
    await agency.tx.themeAction.update({ where, data: { note: action.note }, select: { id: true } });
  }
  if (action.status !== "planned") {
    const changed = {
      actionId: row.id,
      version: row.version,
      status: action.status,
      deliveredOn: action.deliveredOn ?? null,
    };
    made = await editAction(at(action.deliveredOn ?? action.addedOn), changed);
  }
  return made;
}

async function makeMeasure(
  agency: DemoAgency,
  theme: ThemeDetail,
  measure: DemoMeasure,
  owner: string,
): Promise<ThemeDetail> {
  const { addedOn, measurements, ...described } = measure;
  const made = await addMeasure(agency.as(owner, `${addedOn}T11:00:00Z`), {
    themeId: theme.id,
    version: theme.version,
    ...described,
  });
  const measureId = made.measureRows.find(({ name }) => name === measure.name)?.id ?? "";
  let latest = made;
  for (const { on, qualifier, ...figure } of measurements) {
    latest = await addMeasurement(agency.as(owner, `${on}T11:30:00Z`), { measureId, ...figure });
    const where = {
      organisationId: agency.tx.organisationId,
      measureId,
      periodStart: new Date(`${figure.periodStart}T00:00:00Z`),
    };
    await agency.tx.measurement.updateMany({ where, data: { qualifier, published: true } });
  }
  return latest;
}
