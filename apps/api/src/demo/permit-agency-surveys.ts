import { addQuestion, addSurvey, askQuestions } from "#rounds/survey-commands";
import { receiveResponses } from "#rounds/receive-responses";
import { createRound, moveRound } from "#rounds/rounds-commands";
import { addPublishedFigures, seriesOf, setSeriesEdge } from "#trends/series-commands";

import { seededId } from "./demo-agency.ts";
import type { DemoAgency, FacetIds } from "./demo-agency.ts";
import type { DemoService } from "./permit-agency-facets.ts";
import { channelBattery, collection, satisfactionRounds } from "./permit-agency-figures.ts";
import type { RoundFigures } from "./permit-agency-figures.ts";
import {
  batteryChannels,
  channelQuestion,
  equalTreatmentQuestion,
  openQuestionWording,
  overallQuestion,
  satisfactionNames,
} from "./permit-agency-questions.ts";
import type { DemoQuestion } from "./permit-agency-questions.ts";
import { SeededRandom } from "./seeded-random.ts";
import { surveyAnswers } from "./survey-answers.ts";
import type { SurveyAnswer } from "./survey-answers.ts";

/** A return that has its id. */
export interface DemoResponse extends SurveyAnswer {
  readonly id: string;
}

export interface DemoRound {
  readonly id: string;
  readonly responses: readonly DemoResponse[];
}

interface Asked {
  readonly id: string;
  readonly versionIds: readonly string[];
}

const source = "Maahanmuuttoviraston blogi 9.12.2021";

/** The satisfaction survey with its rounds, answers, series and published figures; returns the rounds by name. */
export async function makeSatisfactionSurvey(
  agency: DemoAgency,
  services: FacetIds<DemoService>,
  groups: FacetIds<DemoService>,
  adjust: (round: string, answers: SurveyAnswer[]) => SurveyAnswer[],
): Promise<ReadonlyMap<string, DemoRound>> {
  const { tx } = agency;
  const surveyId = await addSurvey(tx, { key: "satisfaction", names: satisfactionNames, provider: "Kyselytalo Suora" });
  const questions = new Map<string, Asked>();
  const scaled: readonly DemoQuestion[] = [
    overallQuestion,
    equalTreatmentQuestion,
    ...batteryChannels.map(channelQuestion),
  ];
  for (const [position, question] of scaled.entries()) {
    const versions = question.wordings.map((wordings) => ({ wordings, scaleMin: 1, scaleMax: 5 }));
    const series = { names: question.names, position };
    questions.set(
      question.key,
      await addQuestion(tx, { surveyId, key: question.key, kind: "rating", versions, series }),
    );
  }
  questions.set(
    "open",
    await addQuestion(tx, { surveyId, key: "open", kind: "open_text", versions: [{ wordings: openQuestionWording }] }),
  );

  const rounds = new Map<string, DemoRound>();
  for (const figures of satisfactionRounds) {
    const roundId = await makeRound(agency, surveyId, figures, questions);
    const random = new SeededRandom(2000 + rounds.size);
    const answers = adjust(figures.name, surveyAnswers(figures)).map((answer) => ({
      ...answer,
      id: seededId(random, answer.at),
    }));
    await receiveResponses(
      tx,
      answers.map(({ id, language, group, mode, at, ratings }) => ({
        id,
        roundId,
        respondedAt: new Date(at),
        language,
        serviceId: services(group),
        siteId: null,
        channelId: null,
        customerGroupId: groups(group),
        collectionMode: mode,
        importId: null,
        ratings: Object.entries(ratings).map(([key, value]) => ({ questionId: questions.get(key)?.id ?? key, value })),
      })),
    );
    rounds.set(figures.name, { id: roundId, responses: answers });
  }
  await makeSatisfactionNotes(agency, questions.get(overallQuestion.key)?.id ?? "", rounds);
  return rounds;
}

async function makeRound(
  agency: DemoAgency,
  surveyId: string,
  figures: RoundFigures,
  questions: ReadonlyMap<string, Asked>,
): Promise<string> {
  const { name, opensOn, closesOn, publishedOn } = figures;
  const at = (day: string) => agency.as("analyst", `${day}T06:30:00Z`);
  const of2021 = name === "2021-2" ? collection : null;
  let round = await createRound(at(opensOn), {
    surveyId,
    name,
    opensOn,
    ...(closesOn === null ? {} : { closesOn }),
    ...(of2021 ? { invited: of2021.invited } : {}),
  });
  if (of2021) {
    const where = { organisationId_id: { organisationId: agency.tx.organisationId, id: round.id } };
    await agency.tx.round.update({
      where,
      data: { answeredInvited: of2021.answeredInvited, answeredOpen: of2021.answeredOpen },
      select: { id: true },
    });
  }
  const asked = askedIn(name).flatMap((key) => {
    const question = questions.get(key);
    const version = name < "2020" ? 0 : (question?.versionIds.length ?? 1) - 1;
    return question === undefined
      ? []
      : [{ questionId: question.id, questionVersionId: question.versionIds[version] ?? "" }];
  });
  await askQuestions(agency.tx, round.id, asked);
  round = await moveRound(at(opensOn), { roundId: round.id, version: round.version, to: "collecting" });
  if (closesOn !== null)
    round = await moveRound(at(closesOn), { roundId: round.id, version: round.version, to: "closed" });
  if (publishedOn !== null)
    round = await moveRound(at(publishedOn), { roundId: round.id, version: round.version, to: "published" });
  return round.id;
}

function askedIn(name: string): string[] {
  const battery = Object.entries(channelBattery).find(([round]) => round === name)?.[1] ?? {};
  const channels = batteryChannels.filter((channel) => channel in battery).map((channel) => `channel-${channel}`);
  return [
    "satisfaction-overall",
    ...(name >= "2021-2" && name < "2021-3" ? ["equal-treatment"] : []),
    ...channels,
    "open",
  ];
}

/** What was published, and the break in the wording. */
async function makeSatisfactionNotes(
  agency: DemoAgency,
  overallId: string,
  rounds: ReadonlyMap<string, DemoRound>,
): Promise<void> {
  const { tx } = agency;
  const seriesId = await seriesOf(tx, overallId);
  const roundId = (name: string) => rounds.get(name)?.id ?? "";
  await setSeriesEdge(tx, {
    seriesId,
    fromRoundId: roundId("2019-3"),
    toRoundId: roundId("2020-1"),
    kind: "break",
    notes: {
      fi: "kysymyksen sanamuoto muuttui (keksitty esimerkki)",
      sv: "frågans formulering ändrades (påhittat exempel)",
      en: "the wording of the question changed (invented example)",
      ru: "изменилась формулировка вопроса (вымышленный пример)",
    },
  });
  await addPublishedFigures(tx, [
    { seriesId, roundId: roundId("2021-2"), figure: "mean", value: "3.55", qualifier: "exact", source },
    { seriesId, roundId: roundId("2021-2"), figure: "n", value: "600", qualifier: "over", source },
    { seriesId, period: "2020", figure: "mean", value: "3.46", qualifier: "exact", source },
    { seriesId, period: "2019-1…2021-2", figure: "n-ratio", value: "2", qualifier: "almost", source },
  ]);
}
