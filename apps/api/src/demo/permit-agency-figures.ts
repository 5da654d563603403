import type { TextLanguage } from "@kuultu/domain/language";

import type { DemoChannel, DemoService } from "./permit-agency-facets.ts";

/** How often the ratings 1–5 were given. */
export type Counts = readonly [number, number, number, number, number];

export interface RoundFigures {
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string | null;
  readonly publishedOn: string | null;
  readonly overall: Counts;
}

/** The rounds of the satisfaction survey. Means of 2020 and 2021-2 are published; the counts are invented to fit. */
export const satisfactionRounds: readonly RoundFigures[] = [
  {
    name: "2019-1",
    opensOn: "2019-04-01",
    closesOn: "2019-04-30",
    publishedOn: "2019-05-28",
    overall: [15, 50, 96, 97, 62],
  },
  {
    name: "2019-2",
    opensOn: "2019-08-19",
    closesOn: "2019-09-15",
    publishedOn: "2019-10-15",
    overall: [19, 59, 109, 103, 62],
  },
  {
    name: "2019-3",
    opensOn: "2019-12-02",
    closesOn: "2019-12-22",
    publishedOn: "2020-01-28",
    overall: [18, 59, 113, 111, 70],
  },
  {
    name: "2020-1",
    opensOn: "2020-04-06",
    closesOn: "2020-04-30",
    publishedOn: "2020-05-26",
    overall: [17, 59, 118, 123, 83],
  },
  {
    name: "2020-2",
    opensOn: "2020-08-17",
    closesOn: "2020-09-13",
    publishedOn: "2020-10-13",
    overall: [21, 68, 128, 124, 79],
  },
  {
    name: "2020-3",
    opensOn: "2020-12-01",
    closesOn: "2020-12-20",
    publishedOn: "2021-01-26",
    overall: [21, 72, 142, 146, 99],
  },
  {
    name: "2021-1",
    opensOn: "2021-04-05",
    closesOn: "2021-04-30",
    publishedOn: "2021-05-25",
    overall: [22, 79, 160, 165, 114],
  },
  {
    name: "2021-2",
    opensOn: "2021-08-16",
    closesOn: "2021-09-12",
    publishedOn: "2021-10-14",
    overall: [23, 85, 179, 194, 139],
  },
  { name: "2021-3", opensOn: "2021-12-01", closesOn: null, publishedOn: null, overall: [5, 20, 42, 46, 34] },
];

/** Overall satisfaction in 2021-2 by customer group and by language: each adds up to the round. Invented to fit. */
export const overallByGroup: Readonly<Record<DemoService, Counts>> = {
  work: [4, 22, 57, 71, 60],
  study: [7, 22, 41, 37, 20],
  family: [6, 20, 44, 44, 29],
  citizenship: [2, 11, 19, 24, 15],
  protection: [2, 6, 9, 10, 7],
  eu: [1, 2, 6, 7, 7],
  other: [1, 2, 3, 1, 1],
};
export const overallByLanguage: Readonly<Record<Exclude<TextLanguage, "und">, Counts>> = {
  fi: [8, 29, 60, 62, 44],
  en: [10, 39, 84, 97, 71],
  ru: [3, 11, 22, 23, 15],
  sv: [2, 6, 13, 12, 9],
};

/** Satisfaction with the channels, asked in three rounds; null: not asked. Invented to fit. */
export const channelBattery: Readonly<
  Record<"2019-1" | "2020-3" | "2021-2", Readonly<Partial<Record<DemoChannel, Counts>>>>
> = {
  "2019-1": {
    "service-points": [3, 15, 37, 46, 40],
    email: [2, 10, 22, 27, 22],
    "social-media": [0, 1, 3, 3, 2],
    "e-service": [8, 28, 58, 58, 38],
    website: [10, 34, 66, 64, 40],
    phone: [14, 31, 41, 25, 11],
  },
  "2020-3": {
    "service-points": [3, 16, 43, 54, 52],
    email: [3, 14, 35, 42, 37],
    "social-media": [1, 3, 5, 8, 7],
    "e-service": [11, 43, 91, 96, 70],
    website: [15, 53, 104, 108, 72],
    chatbot: [9, 24, 39, 31, 15],
    phone: [21, 46, 60, 42, 17],
  },
  "2021-2": {
    "service-points": [3, 18, 52, 73, 79],
    email: [4, 17, 45, 59, 55],
    "social-media": [1, 4, 11, 13, 11],
    "e-service": [13, 51, 116, 129, 101],
    website: [17, 62, 132, 142, 102],
    chatbot: [14, 41, 74, 69, 42],
    phone: [21, 53, 82, 63, 31],
  },
};

/** "Do you feel that you are served as others are?", first asked in 2021-2. Eleven could not say. */
export const equalTreatment: Counts = [25, 88, 178, 186, 127];
export const equalTreatmentCannotSay = 11;

/** How 2021-2 was collected; invented. */
export const collection = { invited: 3120, answeredInvited: 438, answeredOpen: 182 } as const;

/** How often each theme was named in 2021-2, in the order of `demoThemes`: 360 items, of which eight have no theme. */
export const themeMentions = [148, 117, 96, 83, 54, 41, 22, 19, 9] as const;
