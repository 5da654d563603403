export const themes = {
  title: "Teemat",
};
