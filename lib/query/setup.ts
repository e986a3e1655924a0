import { sendJson } from "./fetch-json.ts";

export interface FirstAccount {
  code: string;
  name: string;
  email: string;
  password: string;
}

/** Creates the first account; afterwards the code is no longer valid. */
export function createFirstAccount(account: FirstAccount): Promise<unknown> {
  return sendJson("/api/v1/setup", account);
}

/** Opens a session. A refusal does not reveal which half was wrong. */
export function signIn(credentials: {
  email: string;
  password: string;
  rememberMe: boolean;
}): Promise<unknown> {
  return sendJson("/api/auth/sign-in/email", credentials);
}
