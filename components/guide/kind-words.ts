import type { GuideKind } from "@/lib/format/guide-href.ts";

export const KIND_WORDS: Readonly<Record<GuideKind, string>> = {
  services: "Services",
  technologies: "Technologies",
  capabilities: "Capabilities",
  rules: "Rules",
  ideas: "Ideas",
};
