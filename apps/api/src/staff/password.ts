import { dictionary } from "@zxcvbn-ts/language-common";

import { RuleViolation } from "@kuultu/domain/rule-violation";

export const minimumPasswordLength = 12;

const commonPasswords = new Set(dictionary["passwords-common"]);

/** Refuses a password that is too short, or one of the common ones, also with digits or signs put around it. */
export function checkPassword(password: string): void {
  if (password.length < minimumPasswordLength)
    throw new RuleViolation("staff.password-too-short", { minimum: minimumPasswordLength });
  if (isCommon(password)) throw new RuleViolation("staff.password-common");
}

/** `Password123!` is the common `password` with trimmings; a repetition of one common password is as common. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const bare = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const candidates = [lower, bare, repeatedPart(lower)];
  return bare === "" || candidates.some((candidate) => commonPasswords.has(candidate)) || new Set(lower).size < 4;
}

function repeatedPart(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
}
