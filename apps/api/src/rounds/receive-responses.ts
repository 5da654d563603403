import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import { applyRatingDeltas } from "#rounds/roll-up";

/** One return of a round with its answers. `value` null: "cannot say". */
export interface NewResponse {
  readonly id: string;
  readonly roundId: string;
  readonly respondedAt: Date | null;
  readonly language: string;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly channelId: string | null;
  readonly customerGroupId: string | null;
  readonly collectionMode: "invited" | "open" | null;
  readonly importId: string | null;
  readonly ratings: readonly { readonly questionId: string; readonly value: number | null }[];
}

/** Takes responses in, set-based, with their ratings and the roll-up of these. */
export async function receiveResponses(tx: OrganisationTransaction, responses: readonly NewResponse[]): Promise<void> {
  if (responses.length === 0) return;
  await tx.sql({
    name: "rounds.receive-responses",
    text: `insert into response (organisation_id, id, round_id, responded_at, language, service_id, site_id, channel_id,
        customer_group_id, collection_mode, import_id)
      select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[],
        $9::uuid[], $10::collection_mode[], $11::uuid[])`,
    values: [
      tx.organisationId,
      responses.map((response) => response.id),
      responses.map((response) => response.roundId),
      responses.map((response) => response.respondedAt?.toISOString() ?? null),
      responses.map((response) => response.language),
      responses.map((response) => response.serviceId),
      responses.map((response) => response.siteId),
      responses.map((response) => response.channelId),
      responses.map((response) => response.customerGroupId),
      responses.map((response) => response.collectionMode),
      responses.map((response) => response.importId),
    ],
  });
  const ratings = responses.flatMap((response) =>
    response.ratings.map((rating) => ({ ...response, ...rating, responseId: response.id })),
  );
  await tx.sql({
    name: "rounds.receive-ratings",
    text: `insert into rating (organisation_id, round_id, question_id, response_id, value, language, service_id, site_id, channel_id, customer_group_id)
      select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[])`,
    values: [
      tx.organisationId,
      ratings.map((rating) => rating.roundId),
      ratings.map((rating) => rating.questionId),
      ratings.map((rating) => rating.responseId),
      ratings.map((rating) => rating.value),
      ratings.map((rating) => rating.language),
      ratings.map((rating) => rating.serviceId),
      ratings.map((rating) => rating.siteId),
      ratings.map((rating) => rating.channelId),
      ratings.map((rating) => rating.customerGroupId),
    ],
  });
  await applyRatingDeltas(tx, ratings, 1);
}

interface RatingColumns {
  readonly round_id: string;
  readonly question_id: string;
  readonly value: number | null;
  readonly language: string;
  readonly service_id: string | null;
  readonly site_id: string | null;
  readonly channel_id: string | null;
  readonly customer_group_id: string | null;
}

/** Takes responses out again, with their ratings and what those counted. */
export async function removeResponses(tx: OrganisationTransaction, responseIds: readonly string[]): Promise<void> {
  if (responseIds.length === 0) return;
  const values = [tx.organisationId, responseIds];
  const gone = await tx.sql<RatingColumns>({
    name: "rounds.remove-ratings",
    text: `delete from rating where organisation_id = $1::uuid and response_id = any($2::uuid[])
      returning round_id, question_id, value, language, service_id, site_id, channel_id, customer_group_id`,
    values,
  });
  await tx.sql({
    name: "rounds.remove-responses",
    text: "delete from response where organisation_id = $1::uuid and id = any($2::uuid[])",
    values,
  });
  const ratings = gone.map((row) => ({
    roundId: row.round_id,
    questionId: row.question_id,
    value: row.value,
    language: row.language,
    serviceId: row.service_id,
    siteId: row.site_id,
    channelId: row.channel_id,
    customerGroupId: row.customer_group_id,
  }));
  await applyRatingDeltas(tx, ratings, -1);
}
