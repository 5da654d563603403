export const rounds = {
  title: "Omgångar",
};
