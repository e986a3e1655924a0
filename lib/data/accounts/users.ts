import "server-only";
import { Prisma } from "@/prisma/generated/client.ts";
import { getDatabase } from "@/lib/data/database.ts";

export interface NewUser {
  name: string;
  email: string;
  role: string;
  passwordHash: string;
}

// An arbitrary number that no other lock uses.
const FIRST_USER_LOCK = 7_466_211;

export async function hasUsers(): Promise<boolean> {
  return (await getDatabase().prisma.user.findFirst({ select: { id: true } })) !== null;
}

export async function findUserIdByEmail(email: string): Promise<string | null> {
  const user = await getDatabase().prisma.user.findUnique({ where: { email }, select: { id: true } });
  return user?.id ?? null;
}

/** Null if an account with this e-mail address already exists. */
export async function insertUser(user: NewUser): Promise<{ id: string } | null> {
  try {
    return await getDatabase().prisma.$transaction((transaction) => insert(transaction, user));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return null;
    throw error;
  }
}

/**
 * Creates the first account and uses up the set-up codes, if no account exists yet and the code is correct.
 * Concurrent attempts run one after the other: the second one finds a user.
 */
export async function insertFirstUser(
  user: NewUser,
  code: { identifier: string; hash: string; now: Date },
): Promise<"made" | "has-users" | "wrong-code"> {
  return getDatabase().prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_USER_LOCK}::int)`;
    if ((await transaction.user.findFirst({ select: { id: true } })) !== null) return "has-users";
    const known = await transaction.verification.findFirst({
      where: { identifier: code.identifier, value: code.hash, expiresAt: { gt: code.now } },
      select: { id: true },
    });
    if (known === null) return "wrong-code";
    await insert(transaction, user);
    await transaction.verification.deleteMany({ where: { identifier: code.identifier } });
    return "made";
  });
}

async function insert(transaction: Prisma.TransactionClient, user: NewUser): Promise<{ id: string }> {
  const { passwordHash, ...person } = user;
  const { id } = await transaction.user.create({
    data: { ...person, emailVerified: true },
    select: { id: true },
  });
  await transaction.account.create({
    data: { userId: id, accountId: id, providerId: "credential", password: passwordHash },
  });
  return { id };
}
