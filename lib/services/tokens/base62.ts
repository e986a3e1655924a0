const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Encodes bytes as a base-62 number, padded with zeros to a fixed length. */
export function toBase62(bytes: Uint8Array, length: number): string {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  let text = "";
  while (number > 0n) {
    text = (ALPHABET[Number(number % 62n)] ?? "") + text;
    number /= 62n;
  }
  return text.padStart(length, "0");
}
