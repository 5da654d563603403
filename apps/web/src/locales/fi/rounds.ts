export const rounds = {
  title: "Kierrokset",
};
