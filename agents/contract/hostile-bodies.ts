import { snapshotWriter, type Claimant, type HostileBody } from "./hostile/hostile-body.ts";
import { notASnapshot, notJson, notText } from "./hostile/not-a-snapshot.ts";
import { strangeButValid } from "./hostile/strange-but-valid.ts";
import { badPackaging, tooMuch } from "./hostile/too-much.ts";
import { wrongTypes } from "./hostile/wrong-types.ts";

/**
 * Bodies for `POST /api/v1/snapshots`, each bad in one way. Accepted ones have increasing sequence numbers, so that they
 * can be posted one after another; none may crash the server, and none may be stored partially.
 */
export function hostileBodies(claimant: Claimant): HostileBody[] {
  const write = snapshotWriter(claimant);
  return [
    ...notJson(write),
    ...notText(write),
    ...notASnapshot(),
    ...wrongTypes(claimant),
    ...tooMuch(write),
    ...badPackaging(write),
    ...strangeButValid(write),
  ];
}
