import { stat } from "node:fs/promises";
import { runCommand, type Account } from "./run-command.ts";

/**
 * Chooses the account that runs Postgres: our own unless we are root. As root, the current owner of the data, so that a
 * user created later changes nothing; otherwise `postgres`, otherwise `innkeeper` (created if possible), otherwise `nobody`.
 */
export async function choosePostgresAccount(pgData: string): Promise<Account | null> {
  if (process.platform === "win32" || process.getuid?.() !== 0) return null;

  const ownerUid = await ownerOf(pgData);
  const owner = ownerUid === null || ownerUid === 0 ? null : await accountNamed(String(ownerUid));
  return (
    owner ??
    (await accountNamed("postgres")) ??
    (await accountNamed("innkeeper")) ??
    (await createAccount("innkeeper")) ??
    (await accountNamed("nobody"))
  );
}

/** Whether the account can enter a directory. Tested by the system itself: mode bits do not cover ACLs and mounts. */
export async function canEnter(account: Account | null, directory: string): Promise<boolean> {
  if (account === null) return true;
  const { code } = await runCommand("/bin/sh", ["-c", 'cd -- "$0"', directory], { account });
  return code === 0;
}

async function ownerOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).uid;
  } catch {
    return null;
  }
}

/** Finds an account by name or number; `id` also resolves accounts of a directory service, which are in no local file. */
async function accountNamed(name: string): Promise<Account | null> {
  const [uid, gid, realName] = await Promise.all([idOf("-u", name), idOf("-g", name), idOf("-un", name)]);
  if (uid === null || gid === null || realName === null || Number(uid) === 0) return null;
  return { name: realName, uid: Number(uid), gid: Number(gid) };
}

async function idOf(option: string, name: string): Promise<string | null> {
  const { code, stdout } = await runCommand("id", [option, name]);
  return code === 0 ? stdout.trim() : null;
}

async function createAccount(name: string): Promise<Account | null> {
  const args = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  try {
    await runCommand("useradd", [...args, "--shell", "/usr/sbin/nologin", name]);
  } catch {
    // Small systems have no useradd; `nobody` always exists.
    return null;
  }
  return accountNamed(name);
}
