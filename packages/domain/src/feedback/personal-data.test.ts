import { describe, expect, it, test } from "vitest";

import { maskPersonalData } from "./personal-data.ts";

describe("what is masked", () => {
  test.each([
    ["Hetuni on 131052-308T, soittakaa", "Hetuni on ⟦identity_code⟧, soittakaa"],
    ["010199-9012 ", "⟦identity_code⟧ "],
    ["010199Y9012", "⟦identity_code⟧"],
    ["010100A901H", "⟦identity_code⟧"],
    ["010100b901h", "⟦identity_code⟧"],
    ["(010199+9012)", "(⟦identity_code⟧)"],
    ["010199 – 9012", "⟦identity_code⟧"],
    ["henkilötunnus: 010199-9013", "henkilötunnus: ⟦identity_code⟧"],
    ["personnummer 811228-9874", "personnummer ⟦identity_code⟧"],
    ["19811228-9874", "⟦identity_code⟧"],
    ["131052 952K", "⟦identity_code⟧"],
    ["hetuni 131052952k", "hetuni ⟦identity_code⟧"],
    ["13\u200b1052\u00ad-952K heti", "⟦identity_code⟧ heti"],
    ["131052-952K", "⟦identity_code⟧"],
    ["\u202edemo\u200b@exa\u200cmple.fi\u202c", "\u202e⟦email⟧\u202c"],
    ["demo＠example.fi", "⟦email⟧"],
    ["٠٤٠ ١٢٣ ٤٥٦٧", "⟦phone⟧"],
    ["soita ０４０１２３４５６７ heti", "soita ⟦phone⟧ heti"],
    ["😀 04\u200b01234567 😀", "😀 ⟦phone⟧ 😀"],
    ["demo.analyst@example.fi", "⟦email⟧"],
    ["Kirjoita: demo.analyst@virasto.example.fi.", "Kirjoita: ⟦email⟧."],
    ["päivi.mäkelä@esimerkki.fi", "⟦email⟧"],
    ["demo (at) example.fi tai demo[at]example.org", "⟦email⟧ tai ⟦email⟧"],
    ["<a.b+c@example.com>", "<⟦email⟧>"],
    ["почта@пример.рф", "⟦email⟧"],
    ["040 1234567", "⟦phone⟧"],
    ["0401234567", "⟦phone⟧"],
    ["040-123 4567 iltaisin", "⟦phone⟧ iltaisin"],
    ["040 12 34 56 78", "⟦phone⟧"],
    ["0400 123 456", "⟦phone⟧"],
    ["050.123.4567", "⟦phone⟧"],
    ["+358 40 123 4567", "⟦phone⟧"],
    ["+358 (0)40 123 4567", "⟦phone⟧"],
    ["+358401234567", "⟦phone⟧"],
    ["00358 40 1234567", "⟦phone⟧"],
    ["358 40 123 4567", "⟦phone⟧"],
    ["(0401234567)", "(⟦phone⟧)"],
    ["(09) 123 4567", "⟦phone⟧"],
    ["09-310 1691 ja 050 7654321", "⟦phone⟧ ja ⟦phone⟧"],
    ["040 1234567 050 7654321", "⟦phone⟧ ⟦phone⟧"],
    ["029 5039 500", "⟦phone⟧"],
    ["puh. 3101691", "puh. ⟦phone⟧"],
    ["soita 123 4567", "soita ⟦phone⟧"],
    ["070-123 45 67", "⟦phone⟧"],
    ["08-123 456 78", "⟦phone⟧"],
    ["+46 70 123 45 67", "⟦phone⟧"],
    ["+7 495 123-45-67", "⟦phone⟧"],
    ["8 (495) 123-45-67", "⟦phone⟧"],
    ["8 912 345 67 89", "⟦phone⟧"],
    ["call (718) 555-1234", "call ⟦phone⟧"],
    ["718-555-1234", "⟦phone⟧"],
    ["+1 718 555 1234", "⟦phone⟧"],
    ["+44 20 7946 0958", "⟦phone⟧"],
    ["kello 8 0401234567", "kello 8 ⟦phone⟧"],
    ["Asun osoitteessa Mannerheimintie 12 A 3, 00100 Helsinki.", "Asun osoitteessa ⟦address⟧."],
    ["Mikonkatu 7 B 12", "⟦address⟧"],
    ["mikonkatu 7b12, kiitos", "⟦address⟧, kiitos"],
    ["Asun Kirkkokadulla 5 as. 14 ja odotan", "Asun ⟦address⟧ ja odotan"],
    ["Itäinen Pitkäkatu 33, 20520 Turku", "⟦address⟧"],
    ["Urho Kekkosen katu 5 C 21", "⟦address⟧"],
    ["Bulevardi 3 A 5", "⟦address⟧"],
    ["osoite: rantatie 4, 00200 helsinki", "osoite: ⟦address⟧"],
    ["Rantatie 4 B, 00200 Helsinki", "⟦address⟧"],
    ["Punavuori 12 A 3, 00150 Helsinki", "⟦address⟧"],
    ["Jag bor på Mannerheimvägen 12 A 3, 00100 Helsingfors.", "Jag bor på ⟦address⟧."],
    ["Storgatan 5 lgh 1102", "⟦address⟧"],
    ["Storgatan 5, 114 55 Stockholm", "⟦address⟧"],
    ["Norra Esplanaden 5 B 2", "⟦address⟧"],
  ])("%j becomes %j", (original, masked) => {
    expect(maskPersonalData(original).text).toBe(masked);
  });
});

describe("what is no personal data", () => {
  test.each([
    "vuosina 2020-2021",
    "vuonna 2020 - 2021 ja 2022",
    "10 000 000 euroa",
    "+50 000 000 euroa",
    "+20 000 000",
    "0 - 3 000 000 €",
    "hinta 1 234 567,89 €",
    "alennus 040 000 €",
    "1.9.-30.4.",
    "01.02.2020",
    "01-02-2020 klo 09.30-15.00",
    "2020-01-31",
    "ma-pe 08-16, la 09-15",
    "klo 07.30 - 08.15 ja 16.00",
    "60.175373,25.05398",
    "24.9409467965726",
    "60°10'15\"N 24°56'15\"E",
    "HEL 2021-012345",
    "HEL 2021-0401234567",
    "dnro 0401234567",
    "tilausnumero: 0401234567",
    "Tilaus 0012345678",
    "case number 718-555-1234",
    "FI21 1234 5600 0007 85",
    "IBAN FI2112345600000785",
    "SE45 5000 0000 0583 9825 7466",
    "00100 Helsinki",
    "Mikonkatu 7:n toimipiste",
    "Mannerheimintie 12",
    "Mannerheimintie 12 A",
    "Kirkkokatu 12 ja 14",
    "Bussit 12 A ja 3 B",
    "Rantatie 5 klo 10",
    "Kirkkokatu 12 a 5 euroa",
    "valtatie 4, 12345 autoa päivässä",
    "Rantatien 3, 10000 euroa",
    "Ryhmä 12 A 3 kertaa",
    "Huone 5 B 3",
    "Storgatan 5 kl 12",
    "torstaina 12.3.2021 klo 12",
    "Kysymys 3 a 5",
    "01300-01400",
    "Y-tunnus 1234567-8",
    "viite 12 34567 89012",
    "010120-1235 on asian numero",
    "311299-999X",
    "990230-1234",
    "https://example.fi/0401234567",
    "ISBN 978-951-123-456-7",
    "1517065554",
    "50-51 98th St",
    "1382 Dumont Ave, Brooklyn, NY 11208",
    "@helsinki on hyvä tili",
    "nähdään @ kahvila",
    "v. 1.2.3@beta",
    "100 %, 2 500 000 asukasta",
    "bussit 040 ja 041",
    "5/5",
  ])("%j stays", (text) => {
    expect(maskPersonalData(text)).toEqual({ text, masks: [], counts: {} });
  });
});

describe("offsets", () => {
  it("mean the masked text, in UTF-16 units", () => {
    const { text, masks, counts } = maskPersonalData("😀 demo@example.fi tai 040 1234567, hetu 131052-308T");
    expect(masks.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ["⟦email⟧", "email"],
      ["⟦phone⟧", "phone"],
      ["⟦identity_code⟧", "identity_code"],
    ]);
    expect(counts).toEqual({ email: 1, phone: 1, identity_code: 1 });
  });

  it("masking a masked text changes nothing", () => {
    const once = maskPersonalData("demo@example.fi, 0401234567").text;
    expect(maskPersonalData(once)).toEqual({ text: once, masks: [], counts: {} });
  });

  it("stays linear on long runs", () => {
    const long = `${"a".repeat(200_000)} ${"1".repeat(200_000)} ${"1 ".repeat(50_000)}${"@".repeat(20_000)}`;
    expect(maskPersonalData(long).text.length).toBe(long.length);
  });
});

test("invisible characters where nothing is masked stay as they were written", () => {
  const text = "pitkä\u00adsana ja \u200b１２ rivi";
  expect(maskPersonalData(text).text).toBe(text);
});

test("a long text full of numbers is masked throughout, in a time that grows with its length alone", () => {
  expect(maskPersonalData("0401234567 ".repeat(9000)).counts).toEqual({ phone: 9000 });
});
