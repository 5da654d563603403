import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import type { StaffMember } from "@kuultu/domain/staff/permission";

import type { JobQueue } from "#jobs/job-queue";
import type { WordAnalyser } from "#search/word-analyser";

/** The organisation that a call works in, with its settings. */
export interface ScopeOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly names: LocalisedText;
  readonly demonstration: boolean;
  readonly suppressBelow: number;
  readonly indicativeBelow: number;
  readonly triageTargetDays: number;
  readonly answerTargetDays: number;
  readonly digestSalt: Uint8Array;
}

/** Encrypts what was masked; the key never reaches the database. */
export interface OriginalCipher {
  encrypt(text: string): { keyVersion: number; nonce: Uint8Array; ciphertext: Uint8Array };
  decrypt(stored: { keyVersion: number; nonce: Uint8Array; ciphertext: Uint8Array }): string;
}

/** Who acts, where and when: the first argument of every command and query. */
export interface Scope {
  readonly organisation: ScopeOrganisation;
  readonly staff: StaffMember;
  /** The organisation's own now: the demonstration has its own. */
  readonly now: Date;
  readonly cipher: OriginalCipher;
  /** Folder for uploads; its files are encrypted. */
  readonly uploadFolder: string;
  /** What words are found by. */
  readonly analyser: WordAnalyser;
  readonly jobs: JobQueue;
  /** Whether answers can be sent: a mail server is set up. */
  readonly maySendMail: boolean;
  transaction<T>(work: (tx: OrganisationTransaction) => Promise<T>): Promise<T>;
}
