import type { TestProject } from "vitest/node";
import { findEngine, NO_ENGINE, type Engine } from "./engine.ts";

declare module "vitest" {
  interface ProvidedContext {
    engine: Engine;
  }
}

/** Builds the engine once before the first test: not within a test's time limit, and not in several workers at once. */
export default async function startEngine(project: TestProject): Promise<void> {
  const engine = await findEngine();
  if (engine === null) throw new Error(`The agent cannot be run: ${NO_ENGINE}.`);
  project.provide("engine", engine);
}
