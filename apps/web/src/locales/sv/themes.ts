export const themes = {
  title: "Teman",
};
