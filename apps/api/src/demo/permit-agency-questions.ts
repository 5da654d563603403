import type { LocalisedText } from "@kuultu/domain/language";

import { demoChannels } from "./permit-agency-facets.ts";
import type { DemoChannel } from "./permit-agency-facets.ts";

export interface DemoQuestion {
  readonly key: string;
  /** Name of the series. */
  readonly names: LocalisedText;
  /** The wording of each version, all on a scale from 1 to 5. */
  readonly wordings: readonly LocalisedText[];
}

export const satisfactionNames: LocalisedText = {
  fi: "Asiakastyytyväisyyskysely",
  sv: "Kundnöjdhetsenkät",
  en: "Customer satisfaction survey",
  ru: "Опрос удовлетворённости клиентов",
};

export const reputationNames: LocalisedText = {
  fi: "Mainetutkimus",
  sv: "Anseendeundersökning",
  en: "Reputation study",
  ru: "Исследование репутации",
};

export const overallQuestion: DemoQuestion = {
  key: "satisfaction-overall",
  names: {
    fi: "Kokonaistyytyväisyys",
    sv: "Övergripande nöjdhet",
    en: "Overall satisfaction",
    ru: "Общая удовлетворённость",
  },
  wordings: [
    {
      fi: "Kuinka tyytyväinen olet saamaasi palveluun?",
      sv: "Hur nöjd är du med den service du fått?",
      en: "How satisfied are you with the service you received?",
      ru: "Насколько вы довольны полученным обслуживанием?",
    },
    {
      fi: "Kuinka tyytyväinen olet Lupaviraston palveluun kokonaisuutena?",
      sv: "Hur nöjd är du med Tillståndsverkets service som helhet?",
      en: "How satisfied are you with the Permit Agency's service as a whole?",
      ru: "Насколько вы довольны обслуживанием Разрешительного ведомства в целом?",
    },
  ],
};

export const equalTreatmentQuestion: DemoQuestion = {
  key: "equal-treatment",
  names: { fi: "Yhdenvertainen kohtelu", sv: "Likabehandling", en: "Equal treatment", ru: "Равное отношение" },
  wordings: [
    {
      fi: "Saat mielestäsi samanlaista palvelua kuin muutkin asiakkaat.",
      sv: "Du upplever att du får likadan service som andra kunder.",
      en: "You feel that you get the same service as other customers.",
      ru: "Вы считаете, что вас обслуживают так же, как других клиентов.",
    },
  ],
};

/** Channels in the order in which they are asked. */
export const batteryChannels = [
  "service-points",
  "email",
  "social-media",
  "e-service",
  "website",
  "chatbot",
  "phone",
] as const satisfies readonly DemoChannel[];

export function channelQuestion(channel: DemoChannel): DemoQuestion {
  const names = demoChannels[channel];
  const wording = {
    fi: `Kuinka tyytyväinen olet: ${names.fi.toLowerCase()}?`,
    sv: `Hur nöjd är du: ${names.sv.toLowerCase()}?`,
    en: `How satisfied are you with: ${names.en.toLowerCase()}?`,
    ru: `Насколько вы довольны: ${names.ru.toLowerCase()}?`,
  };
  return { key: `channel-${channel}`, names, wordings: [wording] };
}

export const openQuestionWording: LocalisedText = {
  fi: "Mitä meidän pitäisi parantaa? Kerro omin sanoin.",
  sv: "Vad borde vi förbättra? Berätta med egna ord.",
  en: "What should we improve? Tell us in your own words.",
  ru: "Что нам следует улучшить? Расскажите своими словами.",
};

export const reputationQuestions: readonly (DemoQuestion & { readonly published: string })[] = [
  {
    key: "reputation-overall",
    names: { fi: "Maine kokonaisuutena", sv: "Anseende som helhet", en: "Reputation overall", ru: "Репутация в целом" },
    wordings: [
      {
        fi: "Millaisen arvosanan annat virastolle?",
        sv: "Vilket betyg ger du verket?",
        en: "How do you rate the agency?",
        ru: "Как вы оцениваете ведомство?",
      },
    ],
    published: "3.84",
  },
  {
    key: "reputation-friendliness",
    names: { fi: "Asiakasystävällisyys", sv: "Kundvänlighet", en: "Customer-friendliness", ru: "Внимание к клиентам" },
    wordings: [
      {
        fi: "Viraston toiminta on asiakasystävällistä.",
        sv: "Verket är kundvänligt.",
        en: "The agency is customer-friendly.",
        ru: "Ведомство внимательно к клиентам.",
      },
    ],
    published: "3.85",
  },
  {
    key: "reputation-efficiency",
    names: { fi: "Tehokkuus", sv: "Effektivitet", en: "Efficiency", ru: "Эффективность" },
    wordings: [
      {
        fi: "Viraston toiminta on tehokasta.",
        sv: "Verket är effektivt.",
        en: "The agency is efficient.",
        ru: "Ведомство работает эффективно.",
      },
    ],
    published: "3.52",
  },
];

/** Subjects of the study of which no figures were published. */
export const reputationSubjects: readonly DemoQuestion[] = [
  {
    key: "reputation-interaction",
    names: { fi: "Vuorovaikutus", sv: "Växelverkan", en: "Interaction", ru: "Взаимодействие" },
    wordings: [{ fi: "Vuorovaikutus", sv: "Växelverkan", en: "Interaction", ru: "Взаимодействие" }],
  },
  {
    key: "reputation-responsibility",
    names: { fi: "Vastuullisuus", sv: "Ansvar", en: "Responsibility", ru: "Ответственность" },
    wordings: [{ fi: "Vastuullisuus", sv: "Ansvar", en: "Responsibility", ru: "Ответственность" }],
  },
  {
    key: "reputation-administration",
    names: {
      fi: "Hallinto ja johtaminen",
      sv: "Förvaltning och ledning",
      en: "Administration and leadership",
      ru: "Управление и руководство",
    },
    wordings: [
      {
        fi: "Hallinto ja johtaminen",
        sv: "Förvaltning och ledning",
        en: "Administration and leadership",
        ru: "Управление и руководство",
      },
    ],
  },
];
