import type { Evidence, Remedy } from "../judgement.ts";
import type { CapabilityKey, CapabilityStatus } from "../words.ts";
import type { GenerationScene } from "./generation-scene.ts";
import { type Ground, markDecider } from "./ground.ts";

/** The text about one capability of one VM. */
export interface CapabilityVerdict {
  key: CapabilityKey;
  status: CapabilityStatus;
  /** One plain sentence. */
  summary: string;
  evidence: Evidence[];
  /** What would enable it, or provide what is missing. */
  remedies: Remedy[];
}

/** `status` runs for every report and allocates nothing; `describe` is for the page of one VM. */
export interface Capability {
  key: CapabilityKey;
  /** Every reason that it can have, for pages that explain them all. */
  grounds: readonly Ground<CapabilityStatus>[];
  status: (scene: GenerationScene) => CapabilityStatus;
  describe: (scene: GenerationScene) => CapabilityVerdict;
}

export function defineCapability<Name extends string>(capability: {
  key: CapabilityKey;
  grounds: Record<Name, Ground<CapabilityStatus>>;
  decide: (scene: GenerationScene) => NoInfer<Name>;
  /** The sentence with this VM's own numbers; `null` for the one of the ground. */
  sentence?: (scene: GenerationScene, ground: NoInfer<Name>) => string | null;
  evidence: (scene: GenerationScene) => Evidence[];
  remedies?: (scene: GenerationScene, ground: NoInfer<Name>) => Remedy[];
}): Capability {
  const { key, grounds, decide, sentence, evidence, remedies } = capability;
  return {
    key,
    grounds: Object.values<Ground<CapabilityStatus>>(grounds),
    status: (scene) => grounds[decide(scene)].status,
    describe: (scene) => {
      const ground = decide(scene);
      const { status, summary, decidedBy } = grounds[ground];
      return {
        key,
        status,
        summary: sentence?.(scene, ground) ?? summary,
        evidence: markDecider(evidence(scene), decidedBy),
        // A capability without remedies of its own offers no command.
        remedies: remedies?.(scene, ground) ?? [],
      };
    },
  };
}
