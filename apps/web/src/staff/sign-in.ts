import type { DemonstrationSignIn } from "@kuultu/domain/staff/staff-view";

export type SignInOutcome = "in" | "wrong" | "too-many" | "unreachable";

async function post(path: string, body: object): Promise<SignInOutcome> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) return "in";
    return answer.status === 429 ? "too-many" : answer.status < 500 ? "wrong" : "unreachable";
  } catch {
    return "unreachable";
  }
}

export async function signInWithPassword(email: string, password: string): Promise<SignInOutcome> {
  return await post("/api/auth/sign-in/email", { email, password });
}

/** One of the demonstration's invented people. */
export async function signInAs(key: string): Promise<SignInOutcome> {
  return await post("/api/demonstration/sign-in", { key });
}

/** Empty where this is no demonstration. */
export async function demonstrationSignIns(): Promise<readonly DemonstrationSignIn[]> {
  const answer = await fetch("/api/demonstration/sign-ins");
  return answer.ok ? ((await answer.json()) as readonly DemonstrationSignIn[]) : [];
}
