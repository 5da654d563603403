export const rounds = {
  title: "Раунды",
};
