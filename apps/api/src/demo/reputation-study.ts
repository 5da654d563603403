import { addQuestion, addSurvey, askQuestions } from "#rounds/survey-commands";
import { createRound, moveRound } from "#rounds/rounds-commands";
import { addPublishedFigures, seriesOf } from "#trends/series-commands";

import type { DemoAgency } from "./demo-agency.ts";
import { reputationNames, reputationQuestions, reputationSubjects } from "./permit-agency-questions.ts";

const source = "Maahanmuuttoviraston tiedote 2.7.2019";

/** The reputation study: an instrument of its own, of which only published figures are known. */
export async function makeReputationStudy(agency: DemoAgency): Promise<void> {
  const { tx } = agency;
  const surveyId = await addSurvey(tx, { key: "reputation", names: reputationNames, provider: "Mainetoimisto Malli" });
  let round = await createRound(agency.as("analyst", "2019-03-25T07:00:00Z"), {
    surveyId,
    name: "2019",
    opensOn: "2019-04-01",
    closesOn: "2019-05-31",
  });
  const asked: { questionId: string; questionVersionId: string }[] = [];
  for (const [index, question] of [...reputationQuestions, ...reputationSubjects].entries()) {
    const versions = question.wordings.map((wordings) => ({ wordings, scaleMin: 1, scaleMax: 5 }));
    const published = "published" in question && typeof question.published === "string" ? question.published : null;
    const series = published === null ? null : { names: question.names, position: 100 + index };
    const made = await addQuestion(tx, { surveyId, key: question.key, kind: "rating", versions, series });
    asked.push({ questionId: made.id, questionVersionId: made.versionIds[0] ?? "" });
    if (published === null) continue;
    const seriesId = await seriesOf(tx, made.id);
    await addPublishedFigures(tx, [
      { seriesId, roundId: round.id, figure: "mean", value: published, qualifier: "exact", source },
      { seriesId, roundId: round.id, figure: "n", value: "200", qualifier: "over", source },
    ]);
  }
  await askQuestions(tx, round.id, asked);
  for (const [to, at] of [
    ["collecting", "2019-04-01"],
    ["closed", "2019-05-31"],
    ["published", "2019-07-02"],
  ] as const) {
    round = await moveRound(agency.as("analyst", `${at}T07:00:00Z`), { roundId: round.id, version: round.version, to });
  }
}
