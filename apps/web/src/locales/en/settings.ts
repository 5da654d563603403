export const settings = {
  title: "Settings",
  sections: "Sections of the settings",
  nothing: "There is nothing here for you to set.",
  section: {
    teams: "Teams",
    routing: "Routing",
    templates: "Answer templates",
    search: "Search engine",
    keys: "Keys",
  },
};
