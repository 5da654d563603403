export const keys = {
  /** Headings of commands. */
  group: {
    item: "Для этого отзыва",
    kind: "Вид",
    themes: "Закреплённые темы",
    move: "Движение",
    choose: "Выбор",
    list: "Список",
    go: "Перейти",
    screen: "Экран",
  },
  /** Names of commands, as in their tables. */
  command: {
    item: {
      done: "Готово, далее",
      themes: "Другая тема",
      "no-theme": "Без темы, указать причину",
      route: "Передать",
      duplicate: "Дубликат",
      reject: "Отклонить",
      reopen: "Открыть снова",
      undo: "Отменить",
    },
    move: {
      next: "Следующий отзыв",
      previous: "Предыдущий отзыв",
      open: "Открыть отзыв",
      menu: "Меню действий",
      back: "Назад",
    },
    choose: {
      row: "Выбрать отзыв",
      down: "Расширить выбор вниз",
      up: "Расширить выбор вверх",
      fetched: "Выбрать загруженные",
      all: "Выбрать все подходящие",
      none: "Снять выбор",
    },
    list: {
      search: "Искать в отзывах",
      clear: "Убрать фильтры",
    },
  },
  pinned: "Закреплённая тема {{digit}}",
  many: {
    none: "Ничего не выбрано.",
    chosen_one: "Выбран {{shown}}",
    chosen_few: "Выбрано {{shown}}",
    chosen_many: "Выбрано {{shown}}",
    chosen_other: "Выбрано {{shown}}",
    allThatMatch: "Выбрать все подходящие: {{shown}}",
    clear: "Снять выбор",
    choose: "Выбрать: {{name}}",
    actions: "Действия для выбранных",
    label: "Выбранные отзывы",
    back: "Назад к списку",
  },
};
