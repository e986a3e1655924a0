export interface AccountFields {
  code: string;
  name: string;
  email: string;
  password: string;
}

export const MIN_PASSWORD_LENGTH = 12;

/** What is missing or too short, in words, by field; in the order of the form. Empty if the form is complete. */
export function checkFirstAccount(account: AccountFields): Partial<AccountFields> {
  const wrong: Partial<AccountFields> = {};
  if (account.code === "") wrong.code = "The code is in the server’s log";
  if (account.name === "") wrong.name = "Your name is missing";
  if (!/^\S+@\S+$/.test(account.email)) wrong.email = "An e-mail address has an @ in it";
  const short = MIN_PASSWORD_LENGTH - account.password.length;
  if (short > 0)
    wrong.password = short === 1 ? "One more character needed" : `${short} more characters needed`;
  return wrong;
}

/** Four steps by length alone: length is what counts. */
export function strengthOf(password: string): 0 | 1 | 2 | 3 | 4 {
  if (password.length < 8) return password.length === 0 ? 0 : 1;
  if (password.length < MIN_PASSWORD_LENGTH) return 2;
  return password.length < 20 ? 3 : 4;
}

const SUBJECTS: Record<keyof AccountFields, string> = {
  code: "The code",
  name: "The name",
  email: "The e-mail address",
  password: "The password",
};

/** The server's objections, by field, as sentences; those without a field of the form are omitted. */
export function toFieldWords(errors: readonly { path: string; message: string }[]): Partial<AccountFields> {
  const words: Partial<AccountFields> = {};
  for (const { path, message } of errors) {
    const field = path.replace(/^\//, "");
    if (isField(field)) words[field] = `${SUBJECTS[field]} ${message}`;
  }
  return words;
}

function isField(name: string): name is keyof AccountFields {
  return name in SUBJECTS;
}
