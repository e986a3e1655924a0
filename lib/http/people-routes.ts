import { z } from "zod";
import { AppError } from "@/lib/services/app-error.ts";
import { AUTH_PATH, getAuth, PASSWORD_LENGTH } from "@/lib/services/auth/auth.ts";
import { isSetUpNeeded, setUp } from "@/lib/services/auth/set-up.ts";
import { newEnrolmentKey } from "@/lib/contract/api/people.ts";
import { requireViewer } from "@/lib/services/read-session.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import type { Handler } from "./context.ts";
import { checkMediaType, readBody } from "./read-body.ts";

const MAX_FORM_BYTES = 64 * 1024;
const KEY_VALID_MILLISECONDS = 7 * 86_400_000;
const NO_STORE = { "cache-control": "no-store" };

const setUpForm = z.object({
  code: z.string().min(1, "is missing").max(64),
  name: z.string().trim().min(1, "is missing").max(200),
  email: z.email("is no e-mail address").max(254),
  password: z
    .string()
    .min(PASSWORD_LENGTH.least, `must have at least ${PASSWORD_LENGTH.least} characters`)
    .max(PASSWORD_LENGTH.most, `must have at most ${PASSWORD_LENGTH.most} characters`),
});

/** Whether the first account is still to be made: the one thing that a stranger may ask. */
export const getSetUp: Handler = (_request, context) =>
  context.databaseGate.guard(async () =>
    Response.json({ needed: await isSetUpNeeded() }, { headers: NO_STORE }),
  );

/** Makes the first account and signs it in. */
export const postSetUp: Handler = async (request, context) => {
  const encoding = checkMediaType(request.headers);
  refuseForeignOrigin(request);
  const { code, ...account } = parseForm(setUpForm, await readBody(request, encoding, MAX_FORM_BYTES));
  return context.databaseGate.guard(async () => {
    await setUp(code, account, context.now);
    const headers = new Headers(request.headers);
    for (const name of ["content-length", "content-encoding", "cookie"]) headers.delete(name);
    const signIn = await getAuth().handle(
      new Request(new URL(`${AUTH_PATH}/sign-in/email`, request.url), {
        method: "POST",
        headers,
        body: JSON.stringify({ email: account.email, password: account.password }),
      }),
    );
    const response = Response.json({ signedIn: signIn.ok }, { status: 201, headers: NO_STORE });
    for (const cookie of signIn.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
    return response;
  });
};

/** Who is calling. */
export const getSession: Handler = (request, context) =>
  context.databaseGate.guard(async () =>
    Response.json(await requireViewer(request.headers, context.now), { headers: NO_STORE }),
  );

/** Makes a key that hosts enrol with: for administrators who signed in, since a key lets machines in. */
export const postEnrolmentKey: Handler = async (request, context) => {
  const { databaseGate, now } = context;
  const viewer = await databaseGate.guard(() => requireViewer(request.headers, now));
  if (viewer.kind !== "session" || viewer.role !== "admin") {
    throw new AppError("forbidden", "Enrolment keys are made by administrators who are signed in.");
  }
  const encoding = checkMediaType(request.headers);
  refuseForeignOrigin(request);
  const { name } = parseForm(newEnrolmentKey, await readBody(request, encoding, MAX_FORM_BYTES));
  const expiresAt = new Date(now.getTime() + KEY_VALID_MILLISECONDS);
  const { key } = await databaseGate.guard(() =>
    createEnrolmentKey({ name, tags: [], uses: null, expiresAt }),
  );
  return Response.json({ key, expiresAt: expiresAt.toISOString() }, { status: 201, headers: NO_STORE });
};

/** Signing in and out, as the library does it. It reads bodies itself, so they are measured before. */
export const anyAuth: Handler = async (request, context) => {
  const bytes = request.method === "POST" ? await readBody(request, "identity", MAX_FORM_BYTES) : null;
  const measured = new Request(request.url, {
    method: request.method,
    headers: request.headers,
    ...(bytes === null || bytes.byteLength === 0 ? {} : { body: Buffer.from(bytes) }),
  });
  return context.databaseGate.guard(() => getAuth().handle(measured));
};

/** @throws AppError `contract` that names each field */
function parseForm<Schema extends z.ZodType>(schema: Schema, bytes: Uint8Array): z.output<Schema> {
  const form = schema.safeParse(parseJson(bytes));
  if (form.success) return form.data;
  const errors = form.error.issues.map(({ path, message }) => ({
    path: path.map(String).join("."),
    message,
  }));
  throw new AppError("contract", "The form is not filled in as it must be.", { errors });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError("bad-request", "The body is not JSON.", { cause: error });
  }
}

/** Browsers say where a form comes from; one that comes from elsewhere is not filled in by the person who sees us. */
function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== new URL(request.url).origin) {
    throw new AppError("forbidden", "This form is taken from our own pages only.");
  }
}
