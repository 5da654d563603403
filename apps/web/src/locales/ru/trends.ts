export const trends = {
  title: "Тренды",
};
