import { createHash } from "node:crypto";

import type { Statement } from "@kuultu/database/organisation-transaction";

/** The values of a statement that is put together from parts: `add` gives each its place, `$1`, `$2`, … */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** A statement whose text depends on what is asked: named after its text, so that each shape is prepared once a connection. */
export function namedStatement(prefix: string, text: string, parameters: Parameters): Statement {
  const digest = createHash("sha1").update(text).digest("base64url").slice(0, 16);
  return { name: `${prefix}.${digest}`, text, values: parameters.values };
}
