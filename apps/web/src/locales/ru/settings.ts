export const settings = {
  title: "Настройки",
  sections: "Разделы настроек",
  nothing: "Здесь вам нечего настраивать.",
  section: {
    teams: "Команды",
    routing: "Передача",
    templates: "Шаблоны ответов",
    search: "Поиск",
    keys: "Клавиши",
  },
};
