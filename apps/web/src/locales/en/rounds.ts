export const rounds = {
  title: "Rounds",
};
