import type { Evidence, Remedy } from "../../judgement.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { type Ground, markDecider } from "../ground.ts";

export type ConversionCheckStatus = "pass" | "caution" | "block" | "unknown";

export interface ConversionGround extends Ground<ConversionCheckStatus> {
  /** Only the guest can answer it, so it is listed and does not decide the verdict. */
  isForGuest?: true;
}

/** The text of one condition of the conversion to generation 2. */
export interface ConversionCheckVerdict {
  key: string;
  title: string;
  status: ConversionCheckStatus;
  isForGuest: boolean;
  /** One plain sentence. */
  summary: string;
  evidence: Evidence[];
  remedies: Remedy[];
}

/** `ground` runs for every report and allocates nothing; `describe` is for the page of one VM. */
export interface ConversionCheck {
  key: string;
  title: string;
  /** Every answer that it can have, for pages that explain them all. */
  grounds: readonly ConversionGround[];
  ground: (scene: GenerationScene) => ConversionGround;
  describe: (scene: GenerationScene) => ConversionCheckVerdict;
}

export function defineCheck<Name extends string>(check: {
  key: string;
  title: string;
  grounds: Record<Name, ConversionGround>;
  decide: (scene: GenerationScene) => NoInfer<Name>;
  evidence: (scene: GenerationScene) => Evidence[];
  remedies?: (scene: GenerationScene, ground: NoInfer<Name>) => Remedy[];
}): ConversionCheck {
  const { key, title, grounds, decide, evidence, remedies } = check;
  return {
    key,
    title,
    grounds: Object.values<ConversionGround>(grounds),
    ground: (scene) => grounds[decide(scene)],
    describe: (scene) => {
      const name = decide(scene);
      const { status, summary, decidedBy, isForGuest = false } = grounds[name];
      return {
        key,
        title,
        status,
        isForGuest,
        summary,
        evidence: markDecider(evidence(scene), decidedBy),
        remedies: remedies?.(scene, name) ?? [],
      };
    },
  };
}
