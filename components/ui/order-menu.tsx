import { Button } from "./button.tsx";
import { Menu, MenuChoices } from "./menu.tsx";

/** The sort order of a list, last in its row of tools. */
export function OrderMenu<Sort extends string>({
  sorts,
  words,
  value,
  onChoose,
}: {
  sorts: readonly Sort[];
  words: Readonly<Record<Sort, string>>;
  value: Sort;
  onChoose: (sort: Sort | null) => void;
}) {
  return (
    <span className="ml-auto">
      <Menu
        align="end"
        trigger={
          <Button>
            <span>
              Order: <b>{words[value]}</b>
            </span>
          </Button>
        }
      >
        <MenuChoices
          label="Order"
          value={value}
          onChoose={(chosen) => onChoose(sorts.find((sort) => sort === chosen) ?? null)}
          choices={sorts.map((sort) => ({ value: sort, label: words[sort] }))}
        />
      </Menu>
    </span>
  );
}
