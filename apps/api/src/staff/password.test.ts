import { expect, test } from "vitest";

import { checkPassword } from "#staff/password";

test.each([
  ["elevenchars", "staff.password-too-short"],
  ["password1234", "staff.password-common"],
  ["Password123!", "staff.password-common"],
  ["1234567890123", "staff.password-common"],
  ["qwertyqwerty", "staff.password-common"],
  ["aaaaaaaaaaaaaa", "staff.password-common"],
  ["!!football2026", "staff.password-common"],
])("%s is refused: %s", (password, code) => {
  expect(() => checkPassword(password)).toThrow(code);
});

test.each(["kolme sinistä hevosta", "vR7-lumi-Kontti", "correct-horse-42-staple"])("%s will do", (password) => {
  expect(() => checkPassword(password)).not.toThrow();
});
