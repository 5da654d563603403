import { v5 as namedUuid, v7 as uuidv7 } from "uuid";

import type { Database } from "@kuultu/database/organisation-transaction";

import { vectorSql, vectorVersion } from "#feedback/search-vector";

const namespace = "7c1f6c55-5f39-4a4e-9b58-0d1f2f6a7d10";
const batch = 50_000;

const words =
  "hakemus päätös odotin puhelin jono verkkosivu ohje lomake liite virkailija ystävällinen nopea hidas kuukausi viikko vastaus kysymys lupa työ perhe opiskelu kansalaisuus palvelupiste ajanvaraus sähköposti chatbot maksu asiakirja käännös tulkki selkeä epäselvä kiitos apua neuvonta käsittelyaika viesti tila muutos uusi vanha ensin sitten lopulta koskaan aina joka kun vaikka koska".split(
    " ",
  );

export interface BenchOrganisation {
  readonly id: string;
  readonly channelIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly roundIds: readonly string[];
}

function ids(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, position) => namedUuid(`${kind}-${position}`, namespace));
}

/** An organisation with its facets and one survey with rounds: what items and responses point to. */
export async function makeBenchOrganisation(database: Database, slug: string): Promise<BenchOrganisation> {
  const id = uuidv7();
  const organisation = { id, channelIds: ids("channel", 8), serviceIds: ids("service", 12), roundIds: ids("round", 9) };
  await database.accounts.organisation.create({
    data: { id, slug, names: { fi: slug }, digestSalt: new Uint8Array(16) },
  });
  await database.forOrganisation(id, async (tx) => {
    const facet = (kind: "channel" | "service", facetIds: readonly string[]) =>
      facetIds.map((facetId, position) => ({
        organisationId: id,
        id: facetId,
        facet: kind,
        key: `${kind} ${position}`,
        names: { fi: `${kind} ${position}` },
        position,
      }));
    await tx.facetValue.createMany({
      data: [...facet("channel", organisation.channelIds), ...facet("service", organisation.serviceIds)],
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

/** Deterministic items, one a minute backwards from 1 December 2021, with believable spreads of their facets. */
export async function makeBenchItems(
  database: Database,
  organisation: BenchOrganisation,
  count: number,
): Promise<void> {
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(count, from + batch);
    await database.forOrganisation(organisation.id, async (tx) => {
      await tx.run(
        `WITH drawn AS (
           SELECT n, ('x' || substr(md5(n::text), 1, 8))::bit(32)::int & 2147483647 AS a,
                  ('x' || substr(md5(n::text), 9, 8))::bit(32)::int & 2147483647 AS b,
                  timestamptz '2021-12-01 12:00+02' - n * interval '1 minute' AS received_at,
                  md5('item' || n)::uuid AS id
           FROM generate_series($2::int, $3::int - 1) AS n
         ), item AS (
           INSERT INTO feedback_item (organisation_id, id, received_at, status, kind, source, language, service_id, channel_id, round_id, triage_due_on)
           SELECT $1::uuid, id, received_at,
                  (CASE WHEN n < 400 THEN 'new' WHEN a % 20 = 0 THEN 'routed' WHEN a % 33 = 0 THEN 'rejected' ELSE 'closed' END),
                  (ARRAY['idea','complaint','complaint','praise','question'])[1 + b % 5],
                  (ARRAY['survey','survey','feedback_form','email','phone_note'])[1 + (a / 7) % 5],
                  (ARRAY['fi','fi','fi','en','sv','ru'])[1 + (b / 11) % 6],
                  ($4::uuid[])[1 + (a / 13) % 12], ($5::uuid[])[1 + (b / 17) % 8], ($6::uuid[])[1 + (n * 9::bigint / $7::bigint)],
                  (received_at + interval '7 days')::date
           FROM drawn RETURNING id, received_at, language
         )
         INSERT INTO feedback_text (organisation_id, item_id, received_at, title, body, tsv, vector_version)
         SELECT $1::uuid, written.id, written.received_at, '', written.body, ${vectorSql("written.language", "''", "written.body")}, ${vectorVersion}
         FROM (SELECT item.id, item.received_at, item.language,
                      (SELECT string_agg(($8::text[])[1 + ('x' || substr(md5(item.id::text || k), 1, 6))::bit(24)::int % ${words.length}], ' ')
                       FROM generate_series(1, 6 + ('x' || substr(md5(item.id::text), 1, 4))::bit(16)::int % 24) AS k) AS body
               FROM item) AS written`,
        [
          organisation.id,
          from,
          to,
          organisation.serviceIds,
          organisation.channelIds,
          organisation.roundIds,
          count,
          words,
        ],
      );
    });
  }
  await database.forOrganisation(organisation.id, async (tx) => {
    await tx.run(
      `INSERT INTO feedback_cube (organisation_id, round_id, status, kind, source, channel_id, service_id, language, count)
       SELECT organisation_id, round_id, status, kind, source, channel_id, service_id, language, count(*)
       FROM feedback_item WHERE organisation_id = $1::uuid GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
      [organisation.id],
    );
  });
}
