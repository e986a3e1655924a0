/** A name as it is shown. One of nothing but spaces and signs that cannot be seen is no name, and no link can be made of it. */
export function sayName(name: string): string {
  return /[^\p{C}\p{Z}\p{M}]/u.test(name) ? name : "Unnamed VM";
}
