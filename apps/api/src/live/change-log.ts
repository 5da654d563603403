import type { ChangeNotice } from "#live/live-notice";

/** What of an organisation's changes is kept for screens that come back. */
const kept = 500;
/** More ids than these are told as "many". */
const namedAtMost = 200;

interface Heard {
  readonly position: number;
  readonly at: number;
  readonly notice: ChangeNotice;
}

/** Several changes as one. */
export interface Joined {
  readonly ids: readonly string[];
  /** Those of the ids that were hidden by one of the changes. */
  readonly hidden: ReadonlySet<string>;
  readonly many: boolean;
  readonly subjects: ReadonlySet<string>;
}

/** The newest changes of one organisation, in the order of their commits. */
export class ChangeLog {
  #heard: Heard[] = [];
  /** The newest position that is not kept any more. */
  #dropped: number;
  #newest: number;

  /** `from`: changes up to this position have not been heard here. */
  constructor(from: number) {
    this.#dropped = from;
    this.#newest = from;
  }

  get newest(): number {
    return this.#newest;
  }

  /** `at`: milliseconds of a clock that never goes back. */
  add(position: number, notice: ChangeNotice, at: number): void {
    this.#newest = position;
    this.#heard.push({ position, notice, at });
    if (this.#heard.length > kept) this.#dropped = this.#heard.shift()?.position ?? position;
  }

  /** The newest position that was heard before a moment. */
  positionBefore(at: number): number {
    return this.#heard.findLast((heard) => heard.at < at)?.position ?? this.#dropped;
  }

  /** What was heard after a position, joined; null where some of it is not kept any more. */
  after(position: number): Joined | null {
    if (position < this.#dropped) return null;
    const notices = this.#heard.filter((heard) => heard.position > position).map(({ notice }) => notice);
    const ids = new Set<string>();
    const subjects = new Set<string>();
    const hidden = new Set<string>();
    let many = false;
    for (const notice of notices) {
      subjects.add(notice.subject);
      if (notice.subject !== "feedback") continue;
      if (notice.ids === null) many = true;
      for (const id of notice.ids ?? []) ids.add(id);
      for (const id of notice.hidden) hidden.add(id);
    }
    return ids.size > namedAtMost
      ? { ids: [], hidden, many: true, subjects }
      : { ids: [...ids], hidden, many, subjects };
  }
}
