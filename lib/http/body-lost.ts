/** The client disconnected before its body was complete, so no one receives the answer. */
export class BodyLost extends Error {
  override readonly name = "BodyLost";
}
