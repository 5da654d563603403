import type { LocalisedText } from "@kuultu/domain/language";

import { receiveResponses } from "#rounds/receive-responses";
import { createRound, moveRound } from "#rounds/rounds-commands";
import { addSurvey } from "#rounds/survey-commands";

import { seededId } from "./demo-agency.ts";
import type { DemoAgency } from "./demo-agency.ts";
import { SeededRandom } from "./seeded-random.ts";

export interface PlainSurvey {
  readonly key: string;
  readonly names: LocalisedText;
  readonly provider?: string;
  readonly round: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Null: closed, not published. */
  readonly publishedOn: string | null;
  readonly invited?: number;
}

/** A survey with one round and no figures of its own; returns the id of the round. */
export async function makePlainSurvey(agency: DemoAgency, survey: PlainSurvey): Promise<string> {
  const { key, names, provider, round: name, opensOn, closesOn, publishedOn, invited } = survey;
  const surveyId = await addSurvey(agency.tx, { key, names, provider });
  const at = (day: string) => agency.as("analyst", `${day}T07:00:00Z`);
  let round = await createRound(at(opensOn), { surveyId, name, opensOn, closesOn, invited });
  round = await moveRound(at(opensOn), { roundId: round.id, version: round.version, to: "collecting" });
  round = await moveRound(at(closesOn), { roundId: round.id, version: round.version, to: "closed" });
  if (publishedOn !== null)
    await moveRound(at(publishedOn), { roundId: round.id, version: round.version, to: "published" });
  return round.id;
}

/** Every value as often as said, in an order of seeded chance. */
export function dealt<Value extends string>(random: SeededRandom, counts: Readonly<Record<Value, number>>): Value[] {
  const values: Value[] = [];
  for (const value in counts) {
    for (let left: number = counts[value]; left > 0; left -= 1) values.push(value);
  }
  return random.shuffled(values);
}

export interface PlainResponse {
  readonly language: string;
  readonly serviceId?: string | null;
  readonly customerGroupId?: string | null;
  readonly mode?: "invited" | "open" | null;
}

/** Returns of which only the facets are known. */
export async function receivePlainResponses(
  agency: DemoAgency,
  roundId: string,
  opensOn: string,
  responses: readonly PlainResponse[],
): Promise<void> {
  const random = new SeededRandom(responses.length);
  const opens = Date.parse(`${opensOn}T06:00:00Z`);
  await receiveResponses(
    agency.tx,
    responses.map(({ language, serviceId = null, customerGroupId = null, mode = null }) => ({
      id: seededId(random, opens),
      roundId,
      respondedAt: null,
      language,
      serviceId,
      siteId: null,
      channelId: null,
      customerGroupId,
      collectionMode: mode,
      importId: null,
      ratings: [],
    })),
  );
}
