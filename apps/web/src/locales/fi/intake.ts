export const intake = {
  title: "Tuonti",
};
