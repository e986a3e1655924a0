import "server-only";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { betterAuth, type BetterAuthPlugin } from "better-auth";
import { z } from "zod";
import { getDatabase } from "@/lib/data/database.ts";
import { redeemSignInLink } from "./sign-in-link.ts";

/** Header in which the listener passes the client's address. It removes this header from client requests. */
export const CLIENT_ADDRESS_HEADER = "x-innkeeper-client";
export const AUTH_PATH = "/api/auth";
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** The parts of the session library that the rest of the server uses. */
export interface Auth {
  /** Handles all requests under `/api/auth`. */
  handle(request: Request): Promise<Response>;
  readSession(headers: Headers): Promise<{ id: string; name: string; email: string; role: string } | null>;
}

export interface AuthOptions {
  secret: string;
  /** Whether the server is reached over TLS: cookies are then sent only over TLS. */
  isSecure: boolean;
  publicUrl: string | null;
  onError(details: { message: string; error: unknown }): void;
}

const DAY_SECONDS = 86_400;

// Created once per process and shared by both module graphs, like the database.
const KEY = Symbol.for("innkeeper.auth");
const shared = globalThis as typeof globalThis & { [KEY]?: Auth };

/** @throws if `openAuth` was not called, which is a programming error */
export function getAuth(): Auth {
  const auth = shared[KEY];
  if (!auth) throw new Error("Sign-in is not initialized.");
  return auth;
}

/** Opens sign-in on the open database and shares it with both module graphs. */
export function openAuth(options: AuthOptions): Auth {
  const { publicUrl } = options;
  const auth = betterAuth({
    basePath: AUTH_PATH,
    secret: options.secret,
    // If omitted, the URL of each request is used, which the listener builds from trusted information.
    ...(publicUrl === null ? {} : { baseURL: publicUrl }),
    trustedOrigins: (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    database: prismaAdapter(getDatabase().prisma, { provider: "postgresql" }),
    session: {
      expiresIn: 14 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      cookieCache: { enabled: false },
    },
    user: { additionalFields: { role: { type: "string", input: false, defaultValue: "viewer" } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    rateLimit: { enabled: true, storage: "database", window: 60, max: 120 },
    advanced: {
      cookiePrefix: "innkeeper",
      useSecureCookies: options.isSecure,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: false },
    },
    telemetry: { enabled: false },
    logger: {
      // At "error" and "warn" the library also writes refusals to the console, bypassing this log.
      level: "info",
      log: (level, message, ...details) => {
        if (level === "error") options.onError({ message, error: details[0] });
      },
    },
    plugins: [signInLinkPlugin],
  });
  const made: Auth = {
    handle: (request) => auth.handler(request),
    async readSession(headers) {
      const found = await auth.api.getSession({ headers });
      if (found === null) return null;
      const { id, name, email, role } = found.user;
      return { id, name, email, role: role ?? "viewer" };
    },
  };
  shared[KEY] = made;
  return made;
}

/** Opens a session for a valid sign-in link created by the command line or the demo. */
const signInLinkPlugin = {
  id: "sign-in-link",
  endpoints: {
    signInOnce: createAuthEndpoint(
      "/sign-in-once",
      { method: "GET", query: z.object({ token: z.string().max(128) }) },
      async (context) => {
        const userId = await redeemSignInLink(context.query.token, new Date());
        const user = userId === null ? null : await context.context.internalAdapter.findUserById(userId);
        if (user === null) throw context.redirect("/sign-in?reason=link");
        const session = await context.context.internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        throw context.redirect("/");
      },
    ),
  },
  rateLimit: [{ pathMatcher: (path) => path === "/sign-in-once", window: 60, max: 20 }],
} satisfies BetterAuthPlugin;
