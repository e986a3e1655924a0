/** The client went away before its body was whole. Nobody is left to be told. */
export class BodyLost extends Error {
  override readonly name = "BodyLost";
}
