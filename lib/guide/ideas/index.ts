import type { GuidePage } from "../page.ts";
import { freshnessIdea } from "./freshness.ts";
import { integrationServices } from "./integration-services.ts";
import { verdicts } from "./verdicts.ts";

export const IDEA_PAGES: readonly GuidePage[] = [verdicts, freshnessIdea, integrationServices];
