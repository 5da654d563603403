import { z } from "zod";

import { idSchema } from "#identifier";
import { nameSchema } from "#language-schema";

/** People who take items on together. An inactive one is given nothing new. */
export interface TeamView {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly version: number;
}

/** Whom an item can be given to: people who may read it, and teams with such a person. */
export interface Assignable {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly memberIds: readonly string[] }[];
}

const name = nameSchema(100);
const memberIds = z.array(idSchema).max(200);
export const addTeamSchema = z.object({ name, memberIds });
export const editTeamSchema = z.object({
  teamId: idSchema,
  version: z.int().positive(),
  name,
  memberIds,
  active: z.boolean(),
});
