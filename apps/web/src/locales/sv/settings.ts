export const settings = {
  title: "Inställningar",
  sections: "Inställningarnas delar",
  nothing: "Här finns inget för dig att ställa in.",
  section: {
    teams: "Team",
    routing: "Överföring",
    templates: "Svarsmallar",
    search: "Sökmotor",
    keys: "Tangenter",
  },
};
