import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import type { Qualifier, TrendEdge } from "@kuultu/domain/trends/trend-view";

import { freeKey } from "#rounds/free-key";

export interface NewSeries {
  readonly key: string;
  readonly names: LocalisedText;
  readonly surveyId: string;
  readonly questionId: string;
  readonly position: number;
}

/** The id of the series of a question. */
export async function seriesOf(tx: OrganisationTransaction, questionId: string): Promise<string> {
  const { id } = await tx.series.findFirstOrThrow({
    where: { organisationId: tx.organisationId, questionId },
    select: { id: true },
  });
  return id;
}

/** Makes the series of a question; returns its id. A key that is taken gets a number behind it. */
export async function addSeries(tx: OrganisationTransaction, series: NewSeries): Promise<string> {
  const { organisationId } = tx;
  const taken = await tx.series.findMany({
    where: { organisationId, key: { startsWith: series.key } },
    select: { key: true },
  });
  const key = freeKey(series.key, taken);
  const id = uuidv7();
  await tx.series.create({ data: { organisationId, id, ...series, key }, select: { id: true } });
  return id;
}

export interface NewSeriesEdge {
  readonly seriesId: string;
  readonly fromRoundId: string;
  readonly toRoundId: string;
  readonly kind: TrendEdge["kind"];
  readonly notes: LocalisedText;
}

/** Says what stands between two successive rounds of a series. */
export async function setSeriesEdge(tx: OrganisationTransaction, edge: NewSeriesEdge): Promise<void> {
  await tx.seriesEdge.create({ data: { organisationId: tx.organisationId, ...edge }, select: { seriesId: true } });
}

export interface NewPublishedFigure {
  readonly seriesId?: string;
  readonly roundId?: string;
  readonly measureId?: string;
  /** mean, n, …: what the figure is of. */
  readonly figure: string;
  /** What the figure is about where no round is named. */
  readonly period?: string;
  readonly value: string;
  readonly qualifier: Qualifier;
  readonly source: string;
}

/** Stores numbers taken from reports; they never enter an interval or a test. */
export async function addPublishedFigures(
  tx: OrganisationTransaction,
  figures: readonly NewPublishedFigure[],
): Promise<void> {
  await tx.publishedFigure.createMany({
    data: figures.map((figure) => ({ organisationId: tx.organisationId, id: uuidv7(), ...figure })),
  });
}
