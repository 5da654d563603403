/** Something a person has to put right before Kuultu can start. The message is one line that says what to do. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}
