import type { answers } from "./fi/answers.ts";
import type { app } from "./fi/app.ts";
import type { bulk } from "./fi/bulk.ts";
import type { exporting } from "./fi/exporting.ts";
import type { feedback } from "./fi/feedback.ts";
import type { flow } from "./fi/flow.ts";
import type { intake } from "./fi/intake.ts";
import type { keys } from "./fi/keys.ts";
import type { live } from "./fi/live.ts";
import type { notes } from "./fi/notes.ts";
import type { questionnaire } from "./fi/questionnaire.ts";
import type { reading } from "./fi/reading.ts";
import type { remapping } from "./fi/remapping.ts";
import type { rounds } from "./fi/rounds.ts";
import type { search } from "./fi/search.ts";
import type { routed } from "./fi/routed.ts";
import type { settings } from "./fi/settings.ts";
import type { staff } from "./fi/staff.ts";
import type { steps } from "./fi/steps.ts";
import type { themes } from "./fi/themes.ts";
import type { trends } from "./fi/trends.ts";
import type { undoing } from "./fi/undoing.ts";
import type { views } from "./fi/views.ts";
import type { violation } from "./fi/violation.ts";

/** One file per room and language; the Finnish files say which keys exist. */
export const namespaces = [
  "app",
  "answers",
  "bulk",
  "exporting",
  "feedback",
  "flow",
  "reading",
  "notes",
  "themes",
  "trends",
  "questionnaire",
  "remapping",
  "rounds",
  "intake",
  "keys",
  "live",
  "search",
  "routed",
  "settings",
  "staff",
  "steps",
  "undoing",
  "views",
  "violation",
] as const;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    keySeparator: ".";
    nsSeparator: ":";
    resources: {
      app: typeof app;
      answers: typeof answers;
      bulk: typeof bulk;
      exporting: typeof exporting;
      feedback: typeof feedback;
      flow: typeof flow;
      reading: typeof reading;
      notes: typeof notes;
      themes: typeof themes;
      trends: typeof trends;
      questionnaire: typeof questionnaire;
      remapping: typeof remapping;
      rounds: typeof rounds;
      intake: typeof intake;
      keys: typeof keys;
      live: typeof live;
      search: typeof search;
      routed: typeof routed;
      settings: typeof settings;
      staff: typeof staff;
      steps: typeof steps;
      undoing: typeof undoing;
      views: typeof views;
      violation: typeof violation;
    };
  }
}
