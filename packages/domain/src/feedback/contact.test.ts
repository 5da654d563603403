import { expect, test } from "vitest";

import { contactSchema, isEmail, isPhone, partsOf } from "./contact.ts";

test.each([
  ["aino.demo@example.fi", true],
  ["aino+palaute@posti.example.fi", true],
  ["äiti@example.fi", true],
  ["пользователь@пример.рф", true],
  ["aino@sähköposti.example", true],
  ["aino@xn--shkposti-0zaf.example", true],
  ["aino@example", false],
  ["aino@@example.fi", false],
  ["aino@example.fi, toinen@example.fi", false],
  ["Aino <aino@example.fi>", false],
  ["aino@example.fi\r\nBcc: kaikki@example.fi", false],
  ["aino@example.fi\u2028x", false],
  [".aino@example.fi", false],
  ["aino.@example.fi", false],
  ["aino@-example.fi", false],
  ["aino@example..fi", false],
  ["aino demo@example.fi", false],
  [`${"a".repeat(65)}@example.fi`, false],
  [`aino@${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(20)}.fi`, false],
])("the address %j: %s", (text, expected) => expect(isEmail(text)).toBe(expected));

test.each([
  ["040 123 4567", true],
  ["+358 (0)40-1234567", true],
  ["8 (912) 345-67-89", true],
  ["soita illalla", false],
  ["12", false],
  ["040 123 4567\n050 1", false],
])("the number %j: %s", (text, expected) => expect(isPhone(text)).toBe(expected));

test("blank parts are none, and a contact without any part is none", () => {
  const contact = contactSchema.parse({ name: " Aino Demo ", email: "", phone: "  " });
  expect(contact).toEqual({ name: "Aino Demo", email: null, phone: null });
  expect(partsOf(contact)).toBe("name");
  expect(contactSchema.safeParse({ name: "", email: null }).success).toBe(false);
});

test("a name on two lines would begin a header of its own", () =>
  expect(contactSchema.safeParse({ name: "Aino\nBcc: x@example.fi", email: "a@example.fi" }).success).toBe(false));
