/** A name as displayed. A name of nothing but spaces and invisible characters is no name, and cannot be a link. */
export function sayName(name: string): string {
  return /[^\p{C}\p{Z}\p{M}]/u.test(name) ? name : "Unnamed VM";
}
