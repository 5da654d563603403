export const themes = {
  title: "Темы",
};
