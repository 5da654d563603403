export const trends = {
  title: "Trendit",
};
