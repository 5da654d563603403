export const staff = {
  signIn: "Sign in",
  lead: "What customers say, what is done about it, and whether it helped.",
  email: "E-mail",
  password: "Password",
  wrong: "The e-mail or the password is not right.",
  ended: "Your session has ended. Sign in again to return to where you were.",
  demonstration: "Try it with the demonstration",
  demonstrationLines: "One click signs in. The people are invented.",
  everything: "Analyst, triager and theme owner",
  closed: {
    title: "You may not see this room",
    lines: "Your administrator can give you a role that opens it: {{roles}}.",
    linesAdmin:
      "You are an administrator: roles are given on the command line, to yourself too (kuultu staff give-role). It is opened by: {{roles}}.",
  },
  role: {
    viewer: "Viewer",
    triager: "Triager",
    registrar: "Registrar",
    theme_member: "Theme member",
    theme_owner: "Theme owner",
    analyst: "Analyst",
    approver: "Approver",
    admin: "Administrator",
    privacy_officer: "Privacy officer",
  },
};
