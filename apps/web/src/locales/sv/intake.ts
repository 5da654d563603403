export const intake = {
  title: "Import",
};
