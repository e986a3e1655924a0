import { stat } from "node:fs/promises";
import { runCommand, type Account } from "./run-command.ts";

/**
 * Which account runs Postgres: our own unless we are root. As root, whoever owns the data already, so that a user that
 * appears later changes nothing; else `postgres`, else `innkeeper`, made when it can be, else `nobody`.
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

/** Whether the account can enter a directory. Asked of the system: mode bits would not tell of ACLs and mounts. */
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

/** By name or number; `id` also knows accounts that come from a directory service and stand in no file. */
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
    // Small systems have no useradd; `nobody` is everywhere.
    return null;
  }
  return accountNamed(name);
}
