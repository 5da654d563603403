export const trends = {
  title: "Trender",
};
