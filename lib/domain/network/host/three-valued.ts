/** Claims that may each be unread (`null`): the answer is unread only if it depends on an unread one. */

export function not(claim: boolean | null): boolean | null {
  return claim === null ? null : !claim;
}

export function both(left: boolean | null, right: boolean | null): boolean | null {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

export function either(left: boolean | null, right: boolean | null): boolean | null {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
}

export function anyOf<Item>(items: Iterable<Item>, claim: (item: Item) => boolean | null): boolean | null {
  let any: boolean | null = false;
  for (const item of items) {
    any = either(any, claim(item));
    if (any === true) return true;
  }
  return any;
}
