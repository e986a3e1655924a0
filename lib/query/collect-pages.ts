import type { Page } from "@/lib/contract/api/page.ts";

/** Every item of a list, page after page by its cursors. */
export async function collectPages<Item>(
  ask: (cursor: string | null) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await ask(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
