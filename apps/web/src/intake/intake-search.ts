import { anId, oneOf, readSearch } from "#app/search-part";

export const intakeSteps = ["file", "reading", "mapping", "dry-run"] as const;
export type IntakeStep = (typeof intakeSteps)[number];

/** Where an intake stands, as it stands in the URL: a reload goes on from there. */
export const readIntakeSearch = readSearch({ upload: anId, step: oneOf(intakeSteps) });
