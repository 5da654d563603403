import type { Language } from "@kuultu/domain/language";

import type { DemoService } from "./permit-agency-facets.ts";
import type { DemoResponse } from "./permit-agency-surveys.ts";

/** The returns of a round, from which each item takes the one that it came with. */
export class ResponsePool {
  readonly #free: DemoResponse[];

  constructor(responses: readonly DemoResponse[]) {
    this.#free = [...responses];
  }

  /** The first return that fits; in that language at least. */
  take(language: Language, service?: DemoService): DemoResponse {
    const exact = this.#free.findIndex(
      (response) => response.language === language && (service === undefined || response.group === service),
    );
    const place = exact === -1 ? this.#free.findIndex((response) => response.language === language) : exact;
    const [taken] = this.#free.splice(place === -1 ? 0 : place, 1);
    if (taken === undefined) throw new RangeError("more open answers than returns");
    return taken;
  }
}

export const ratingOf = (response: DemoResponse) => response.ratings["satisfaction-overall"] ?? 3;
