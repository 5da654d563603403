import { expect, test } from "vitest";

import { isBlank, phoneChannel, wrongPart } from "./written-down.ts";

const blank = { name: "", email: " ", phone: "" };

test("the first field that stands in the way of a reply is told, so that it can be gone to", () => {
  expect(isBlank(blank)).toBe(true);
  expect(wrongPart(blank)).toBe("email");
  expect(isBlank({ ...blank, phone: "x" })).toBe(false);
  expect(wrongPart({ ...blank, phone: "x" })).toBe("phone");
  expect(wrongPart({ name: "Aino", email: "aino", phone: "x" })).toBe("email");
  expect(wrongPart({ ...blank, phone: "040 123 4567" })).toBeNull();
});

test("calls come by the channel that is called phone in any language, if there is one", () => {
  const web = { id: "1", key: "web", names: { fi: "Verkkosivut" } };
  expect(phoneChannel([web, { id: "2", key: "c2", names: { fi: "Puhelin", sv: "Telefon" } }])).toBe("2");
  expect(phoneChannel([web, { id: "3", key: "phone", names: { fi: "Soitot" } }])).toBe("3");
  expect(phoneChannel([web])).toBeUndefined();
});
