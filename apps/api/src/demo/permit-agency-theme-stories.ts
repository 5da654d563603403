import type { Qualifier } from "@kuultu/domain/trends/trend-view";

import type { DemoTheme } from "./verbatim.ts";

export interface DemoAction {
  readonly name: string;
  readonly status: "planned" | "in_progress" | "delivered";
  readonly addedOn: string;
  readonly targetOn?: string;
  readonly deliveredOn?: string;
  readonly note?: string;
}

export interface DemoMeasure {
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly direction: "down" | "up";
  readonly targetValue?: number;
  readonly targetOn?: string;
  readonly addedOn: string;
  readonly measurements: readonly {
    readonly on: string;
    readonly value: number;
    readonly qualifier: Qualifier;
    readonly periodStart: string;
    readonly periodEnd: string;
    readonly complete: boolean;
  }[];
}

/** How a theme came to stand where it stands. */
export interface ThemeStory {
  /** Key of the sign-in. */
  readonly owner: "theme_owner" | "everything";
  readonly reviewedOn: string;
  readonly plannedOn?: string;
  readonly targetOn?: string | undefined;
  readonly noMeasureReason?: string | undefined;
  readonly startedOn?: string;
  readonly delivered?: { readonly on: string; readonly evidence: string };
  readonly actions: readonly DemoAction[];
  readonly measures: readonly DemoMeasure[];
}

const year2021 = { periodStart: "2021-01-01", periodEnd: "2021-12-31", complete: false } as const;
const october2021 = { periodStart: "2021-10-01", periodEnd: "2021-10-31", complete: true } as const;

/** Figures are those of the source; days that it does not tell are invented. Null: nobody has taken the theme up. */
export const themeStories: Readonly<Record<DemoTheme, ThemeStory | null>> = {
  times: {
    owner: "theme_owner",
    reviewedOn: "2020-10-20",
    plannedOn: "2020-12-01",
    targetOn: "2023-12-31",
    startedOn: "2021-01-11",
    delivered: {
      on: "2021-09-14",
      evidence:
        "Työntekijän oleskeluluvan on tänä vuonna saanut keskimäärin 74 päivässä; vuonna 2020 aikaa meni 143 päivää.",
    },
    actions: [
      {
        name: "Työlupien käsittelyn nopeuttaminen",
        status: "delivered",
        addedOn: "2020-11-10",
        deliveredOn: "2021-09-14",
      },
    ],
    measures: [
      {
        name: "Työntekijän oleskelulupa, keskimääräinen käsittelyaika",
        definition:
          "Vuoden aikana tehtyjen päätösten keskiarvo. Tavoite 30 päivää on oma tulkintamme tapauskohtaisesta lupauksesta.",
        unit: "d",
        direction: "down",
        targetValue: 30,
        targetOn: "2023-12-31",
        addedOn: "2020-11-24",
        measurements: [
          {
            on: "2021-01-08",
            value: 143,
            qualifier: "exact",
            periodStart: "2020-01-01",
            periodEnd: "2020-12-31",
            complete: true,
          },
          { on: "2021-12-01", value: 74, qualifier: "exact", ...year2021 },
        ],
      },
      {
        name: "Erityisasiantuntijan lupa, keskimäärin",
        definition: "Vuoden aikana tehtyjen päätösten keskiarvo.",
        unit: "d",
        direction: "down",
        addedOn: "2020-11-24",
        measurements: [{ on: "2021-12-01", value: 16, qualifier: "exact", ...year2021 }],
      },
      {
        name: "Tavoite: työ- tai opiskeluperusteinen lupa kuukaudessa",
        definition: "Lupaus koskee yksittäistä hakemusta, ei keskiarvoa.",
        unit: "kk",
        direction: "down",
        targetValue: 1,
        targetOn: "2023-12-31",
        addedOn: "2021-02-02",
        measurements: [],
      },
    ],
  },
  transparency: {
    owner: "everything",
    reviewedOn: "2020-10-21",
    plannedOn: "2021-01-19",
    targetOn: "2022-06-30",
    startedOn: "2021-02-01",
    actions: [
      { name: "Jonopaikka chatbotissa", status: "delivered", addedOn: "2020-12-09", deliveredOn: "2021-05-24" },
      {
        name: "Asiakaspolut yli virastojen",
        status: "in_progress",
        addedOn: "2021-01-12",
        targetOn: "2022-06-30",
        note: "Asiakastestaus käynnissä",
      },
      {
        name: "Käsittelyaika-arviot verkkosivuilla",
        status: "delivered",
        addedOn: "2021-01-12",
        note: "Taaksepäin katsovia, eivät takuu",
      },
    ],
    measures: [
      {
        name: "Chatbot-keskustelut",
        definition: "Kuukauden keskustelut.",
        unit: "kpl",
        direction: "up",
        addedOn: "2021-01-12",
        measurements: [{ on: "2021-11-08", value: 90_000, qualifier: "almost", ...october2021 }],
      },
      {
        name: "Chatbot-keskusteluista jonotilannetta koski",
        definition: "Osuus kuukauden keskusteluista.",
        unit: "osuus",
        direction: "up",
        addedOn: "2021-01-12",
        measurements: [{ on: "2021-11-08", value: 0.4, qualifier: "over", ...october2021 }],
      },
    ],
  },
  advice: {
    owner: "theme_owner",
    reviewedOn: "2020-10-22",
    plannedOn: "2021-10-26",
    targetOn: "2022-06-30",
    noMeasureReason: "Mittari sovitaan, kun uusi puhelinjärjestelmä tuottaa tiedon vastatuista puheluista.",
    actions: [
      {
        name: "Työnantajalinja",
        status: "delivered",
        addedOn: "2020-12-15",
        deliveredOn: "2021-03-01",
        note: "Jatkuu 2022",
      },
      {
        name: "Puhelin- ja sähköpostineuvonnan uudistus",
        status: "planned",
        addedOn: "2021-10-12",
        targetOn: "2022-06-30",
      },
    ],
    measures: [],
  },
  instructions: {
    owner: "theme_owner",
    reviewedOn: "2021-06-08",
    plannedOn: "2021-11-02",
    targetOn: "2022-12-31",
    noMeasureReason: "Vaikutus luetaan kyselyn avovastauksista teeman osuutena.",
    actions: [
      {
        name: "Verkkoseminaarit, videot ja kuvat työntekijöille, työnantajille ja opiskelijoille",
        status: "planned",
        addedOn: "2021-10-19",
        targetOn: "2022-12-31",
      },
    ],
    measures: [],
  },
  "e-services": {
    owner: "everything",
    reviewedOn: "2019-10-29",
    plannedOn: "2020-01-14",
    targetOn: "2022-12-31",
    startedOn: "2020-03-09",
    actions: [{ name: "Jatkolupa ilman palvelupistekäyntiä", status: "in_progress", addedOn: "2019-11-19" }],
    measures: [
      {
        name: "Jatkolupa kokonaan ilman käyntiä",
        definition: "Asiakkaat, joilta koko jatkoluvan hakeminen onnistui ilman käyntiä vuoden aikana.",
        unit: "asiakasta",
        direction: "up",
        addedOn: "2019-12-10",
        measurements: [{ on: "2021-12-01", value: 6000, qualifier: "about", ...year2021 }],
      },
    ],
  },
  openness: { owner: "everything", reviewedOn: "2021-10-05", actions: [], measures: [] },
  privacy: { owner: "everything", reviewedOn: "2021-10-06", actions: [], measures: [] },
  staff: null,
  "giving-feedback": null,
};
