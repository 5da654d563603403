export const intake = {
  title: "Импорт",
};
