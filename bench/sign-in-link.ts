import { z } from "zod";
import type { BenchInn } from "./inn.ts";

const PERSON = ["--email", "bench@innkeeper.example"];
const linkAnswer = z.object({ path: z.string() });

/** @returns a one-time sign-in URL for a new administrator */
export async function makeSignInLink(inn: BenchInn): Promise<string> {
  await inn.innkeeper(
    ["user", "create", ...PERSON, "--name", "Bench", "--role", "admin", "--password-stdin"],
    "a long bench password",
  );
  const { path } = linkAnswer.parse(await inn.innkeeper(["user", "sign-in-link", ...PERSON]));
  return new URL(path, inn.url).href;
}
