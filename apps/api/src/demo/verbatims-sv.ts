import { about, at, type Remarks } from "./verbatim.ts";

/** Swedish remarks of the demonstration; invented. */
export const remarksSv: Remarks = {
  times: {
    complaint: [
      "Jag har väntat i {sju|åtta} månader fast ni lovade fyra.",
      "Handläggningen tar alldeles för lång tid.",
      about("study", "Tillståndet kom två veckor efter att kursen hade börjat."),
      about("family", "Vår son hinner börja skolan innan hans pappa får komma hit."),
      "Jag kompletterade samma dag och hörde sedan inget på {tre|fyra} månader.",
      "Kortet dröjde ännu en månad efter beslutet.",
    ],
    idea: ["Kontrollera bilagorna genast och inte först efter flera månader."],
    question: ["När kan jag vänta mig ett beslut om jag ansökte i {juni|augusti}?"],
    praise: ["Beslutet kom på {tio dagar|två veckor}, tack!"],
  },
  transparency: {
    complaint: [
      "I e-tjänsten står det bara ”under behandling”, månad efter månad.",
      "Beräknad tid ändrades från två månader till fem utan förklaring.",
      "Det värsta är inte att vänta utan att inte veta hur länge.",
    ],
    idea: ["Visa stegen i ärendet så som posten visar var ett paket är.", "Skicka ett sms när ärendet går vidare."],
    question: ["Var ser jag om mina tilläggsutredningar har kommit fram?"],
    praise: [at("chatbot", "Bra att man kan se sin plats i kön i chatboten.")],
  },
  advice: {
    complaint: [
      at("phone", "Jag satt i telefonkö i {fyrtio minuter|en timme} och sedan bröts samtalet."),
      "Man får sällan hjälp på svenska, trots att det är vår rätt.",
      at("email", "Svaret på mitt mejl kom efter en månad och på finska."),
      at("service-points", "Det finns inga lediga tider i {Vasa|Åbo} på sju veckor."),
    ],
    idea: [at("phone", "Ring gärna tillbaka i stället för att låta folk köa.")],
    question: ["Vart vänder man sig när ärendet gäller både arbete och familj?"],
    praise: [at("phone", "Jag kom fram direkt och fick hjälp på svenska.")],
  },
  instructions: {
    complaint: [
      "Anvisningarna finns på många olika sidor och säger emot varandra.",
      "Den svenska sidan är äldre än den finska och anger fel belopp.",
      "Det framgår inte vilka papper som ska översättas.",
    ],
    idea: ["Gör en checklista som bara visar det som gäller mig."],
    question: ["Var hittar jag blanketten för familjeåterförening på svenska?"],
    praise: ["Tydliga anvisningar, jag klarade allt själv."],
  },
  staff: {
    praise: [
      at("service-points", "Personalen i {Vasa|Åbo|Jakobstad} var vänlig och talade fin svenska."),
      "Sakkunnigt och artigt bemötande.",
      "Handläggaren förklarade beslutet så att jag förstod det.",
    ],
  },
  "e-services": {
    complaint: [
      at("e-service", "E-tjänsten loggar ut mitt i allt och då försvinner det man har skrivit."),
      at("e-service", "Det går inte att ladda upp större bilagor."),
    ],
    idea: [at("e-service", "Spara utkastet automatiskt.")],
    praise: [at("e-service", "Jag förnyade tillståndet helt på nätet, smidigt!")],
  },
  openness: {
    complaint: ["Motiveringen i beslutet var bara paragrafer."],
    idea: ["Berätta öppet vad ni gör med responsen."],
  },
  privacy: {
    complaint: [at("service-points", "Alla i väntrummet hörde vad jag berättade vid disken.")],
  },
  "giving-feedback": {
    complaint: ["Det är svårt att hitta var man ger respons."],
    praise: ["Bra att ni frågar!"],
  },
};
