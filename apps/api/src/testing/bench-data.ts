import { v5 as namedUuid, v7 as uuidv7 } from "uuid";

import type { Database } from "@kuultu/database/organisation-transaction";

import { classifiedStatuses } from "#feedback/counts/item-facets";
import { countedPairsSql } from "#feedback/counts/pair-roll-up";
import { makeBenchTexts, textsOfLanguage } from "#testing/bench-texts";
import type { BenchWorld } from "#testing/bench-world";

const namespace = "7c1f6c55-5f39-4a4e-9b58-0d1f2f6a7d10";
const batch = 500_000;

export interface BenchOrganisation {
  readonly id: string;
  readonly channelIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly siteIds: readonly string[];
  readonly customerGroupIds: readonly string[];
  readonly roundIds: readonly string[];
  readonly themeIds: readonly string[];
  /** Who has items; the ids alone. */
  readonly staffIds: readonly string[];
  readonly teamIds: readonly string[];
}

function ids(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, position) => namedUuid(`${kind}-${position}`, namespace));
}

/** An organisation with its facets, themes, and one survey with rounds: what items and responses point to. */
export async function makeBenchOrganisation(database: Database, slug: string): Promise<BenchOrganisation> {
  const id = uuidv7();
  const organisation: BenchOrganisation = {
    id,
    channelIds: ids("channel", 8),
    serviceIds: ids("service", 12),
    siteIds: ids("site", 25),
    customerGroupIds: ids("customer_group", 6),
    roundIds: ids("round", 9),
    themeIds: ids("theme", 40),
    staffIds: ids("staff", 20),
    teamIds: ids("team", 4),
  };
  await database.accounts.organisation.create({
    data: { id, slug, names: { fi: slug }, digestSalt: new Uint8Array(16) },
  });
  await database.forOrganisation(id, async (tx) => {
    const facet = (kind: "channel" | "service" | "site" | "customer_group", facetIds: readonly string[]) =>
      facetIds.map((facetId, position) => ({
        organisationId: id,
        id: facetId,
        facet: kind,
        key: `${kind} ${position}`,
        names: { fi: `${kind} ${position}` },
        position,
      }));
    await tx.facetValue.createMany({
      data: [
        ...facet("channel", organisation.channelIds),
        ...facet("service", organisation.serviceIds),
        ...facet("site", organisation.siteIds),
        ...facet("customer_group", organisation.customerGroupIds),
      ],
    });
    await tx.theme.createMany({
      data: organisation.themeIds.map((themeId, position) => ({
        organisationId: id,
        id: themeId,
        names: { fi: `Teema ${position}` },
      })),
    });
    const surveyId = uuidv7();
    await tx.survey.create({ data: { organisationId: id, id: surveyId, key: "bench", names: { fi: "Bench" } } });
    await tx.round.createMany({
      data: organisation.roundIds.map((roundId, position) => ({
        organisationId: id,
        id: roundId,
        surveyId,
        name: `20${18 + Math.floor(position / 3)}-${(position % 3) + 1}`,
        state: "published" as const,
        opensOn: new Date(Date.UTC(2018 + Math.floor(position / 3), (position % 3) * 4, 1)),
        closesOn: new Date(Date.UTC(2018 + Math.floor(position / 3), (position % 3) * 4, 28)),
      })),
    });
  });
  return organisation;
}

/** From 0 to below 1, the same for the same item and seed. */
const drawn = (seed: number) => `((hashint8extended(n, ${seed}) & 1048575) / 1048576.0::float8)`;
/** One of an array, the first far more often than the last. */
const skewed = (array: string, seed: number) =>
  `(${array})[1 + floor(cardinality(${array}) * power(${drawn(seed)}, 2.5))::int]`;

/** The rows `n` from $2 to below $3 of $4, as an agency has them: one after the other back from 1 December 2021 over five years. */
const drawnItemsSql = `
  SELECT overlay(overlay(md5($1::text || n) PLACING '7' FROM 13) PLACING 'a' FROM 17)::uuid AS id, n, timestamptz '2021-12-01 12:00+02' - n * (interval '1826 days' / $4::float8) AS received_at,
         CASE WHEN n < $4 * 0.002 OR ${drawn(1)} < 0.0002 THEN ${skewed("ARRAY['new', 'in_review', 'waiting']", 2)}
              ELSE ${skewed("ARRAY['closed', 'closed', 'closed', 'answered', 'categorised', 'routed', 'rejected', 'duplicate']", 3)} END AS status,
         ${skewed("ARRAY['complaint', 'idea', 'praise', 'question', 'other']", 4)} AS kind,
         ${skewed("ARRAY['survey', 'feedback_form', 'email', 'service_point', 'phone_note', 'chat', 'social_media', 'letter']", 5)} AS source,
         ${skewed("ARRAY['fi', 'fi', 'en', 'sv', 'ru']", 6)} AS language,
         ${skewed("$5::uuid[]", 7)} AS service_id, ${skewed("$6::uuid[]", 8)} AS channel_id,
         CASE WHEN ${drawn(9)} < 0.3 THEN ${skewed("$7::uuid[]", 10)} END AS site_id,
         CASE WHEN ${drawn(11)} < 0.7 THEN ${skewed("$8::uuid[]", 12)} END AS customer_group_id,
         CASE WHEN ${drawn(13)} < 0.55 THEN ${skewed("$9::uuid[]", 14)} END AS assignee_id,
         CASE WHEN ${drawn(15)} < 0.1 THEN ${skewed("$10::uuid[]", 16)} END AS team_id
    FROM generate_series($2::bigint, $3::bigint - 1) AS n`;

const insertItemsSql = `
  INSERT INTO feedback_item (organisation_id, id, received_at, status, kind, source, language, service_id, channel_id, site_id,
    customer_group_id, assignee_id, team_id, round_id, triage_due_on, processed_at)
  SELECT $1::uuid, id, received_at, status, kind, source, language, service_id, channel_id, site_id, customer_group_id, assignee_id, team_id,
         CASE WHEN source = 'survey' THEN ($11::uuid[])[1 + floor(n * 9 / $4::float8)::int] END, (received_at + interval '7 days')::date,
         CASE WHEN status NOT IN ('new', 'in_review', 'waiting') THEN received_at + ${drawn(17)} * interval '9 days' END
    FROM (${drawnItemsSql}) AS item`;

const insertTextsSql = `
  INSERT INTO feedback_text (organisation_id, item_id, received_at, title, body, tsv, vector_version)
  SELECT $1::uuid, item.id, item.received_at, '', t.body, t.tsv, t.version
    FROM (SELECT id, n, received_at, language FROM (${drawnItemsSql}) AS one) AS item
    JOIN bench_text t ON t.language = item.language
     AND t.position = floor(${drawn(18)} * ($11::jsonb ->> item.language)::int)::int`;

/** Most of what is classified has one theme, some of it two. */
const insertCodingsSql = `
  INSERT INTO coding (organisation_id, id, item_id, theme_id, received_at, origin, made_at)
  SELECT DISTINCT ON (item_id, theme_id) $1::uuid, md5(id::text || k)::uuid, id AS item_id, theme_id, received_at, 'staff'::coding_origin, received_at
    FROM (SELECT item.*, k, CASE k WHEN 1 THEN ${skewed("$11::uuid[]", 19)} WHEN 2 THEN ${skewed("$11::uuid[]", 20)} END AS theme_id
            FROM (${drawnItemsSql}) AS item, generate_series(1, 2) AS k
           WHERE status = ANY($12::text[]) AND (k = 1 AND ${drawn(21)} < 0.9 OR k = 2 AND ${drawn(22)} < 0.2)) AS coded`;

/** Deterministic items with texts, themes and roll-ups. Where many, the indexes of their tables are built after them. */
export async function makeBenchItems(world: BenchWorld, organisation: BenchOrganisation, count: number): Promise<void> {
  const indexes = count < batch ? [] : await takeIndexes(world);
  await world.parts.database.forOrganisation(organisation.id, async (tx) => {
    await makeBenchTexts(tx, world.parts.analyser);
    for (let from = 0; from < count; from += batch) {
      const { serviceIds, channelIds, siteIds, customerGroupIds, staffIds, teamIds } = organisation;
      const values = [organisation.id, from, Math.min(count, from + batch), count];
      const facets = [serviceIds, channelIds, siteIds, customerGroupIds, staffIds, teamIds];
      await tx.run(insertItemsSql, [...values, ...facets, organisation.roundIds]);
      await tx.run(insertTextsSql, [...values, ...facets, JSON.stringify(textsOfLanguage)]);
      await tx.run(insertCodingsSql, [...values, ...facets, organisation.themeIds, classifiedStatuses]);
    }
  });
  for (const definition of indexes) await world.bare.query(definition);
  await world.bare.query("VACUUM ANALYZE feedback_item, feedback_text, coding");
  await world.parts.database.forOrganisation(organisation.id, async (tx) => {
    await tx.run(
      `INSERT INTO feedback_pair (facet, value, other_facet, other_value, count, organisation_id)
       SELECT counted.*, $1::uuid FROM (${countedPairsSql}) AS counted`,
      [organisation.id],
    );
  });
  await world.bare.query("VACUUM ANALYZE feedback_pair");
}

/** Drops the indexes that are no keys and returns what makes them again: ten times sooner than row by row. */
async function takeIndexes({ bare }: BenchWorld): Promise<string[]> {
  const { rows } = await bare.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes
      WHERE tablename IN ('feedback_item', 'feedback_text', 'coding') AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
  );
  for (const { indexname } of rows) await bare.query(`DROP INDEX "${indexname}"`);
  return rows.map(({ indexdef }) => indexdef);
}
