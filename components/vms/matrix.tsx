/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are positioned, which those of a table are not */
"use client";

import { useQueryClient } from "@tanstack/react-query";
import { FlexRender, useTable } from "@tanstack/react-table";
import { useRouter } from "next/navigation";
import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { lazily } from "@/components/ui/lazily.tsx";
import { useIsHydrated } from "@/components/ui/now.tsx";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { cellAt } from "./cell-at.ts";
import { MatrixBand } from "./matrix-band.tsx";
import { matrixColumns, matrixFeatures } from "./matrix-columns.tsx";
import { geometryOf } from "./matrix-geometry.ts";
import { MatrixHead } from "./matrix-head.tsx";
import { MatrixQuiet } from "./matrix-quiet.tsx";
import { MatrixRow, type MatrixTableRow } from "./matrix-row.tsx";
import type { ListSums, MatrixLine, VmLine } from "./prepare-matrix.ts";
import { prepareSelection, type Selection } from "./prepare-selection.ts";
import type { TechnologyKey } from "./service-words.ts";
import { useCellCard } from "./use-cell-card.ts";
import { useIsNarrow } from "./use-is-narrow.ts";
import { useMatrixLines } from "./use-matrix-lines.ts";
import { useMatrixKeys } from "./use-matrix-keys.ts";

// The card with its evidence and fix loads with the first cell that needs it.
const CardBox = lazily(() => import("./card-box.tsx").then((module) => module.CardBox));

// A visual aid beside the content, where there is room: it loads after it.
const ScrollMap = lazily(() => import("./scroll-map.tsx").then((module) => module.ScrollMap));

interface MatrixProps {
  rows: VmRow[];
  lines: MatrixLine[];
  /** Sums over the whole list, loaded or not; `null` until they are loaded. */
  whole: ListSums | null;
  technologies: readonly TechnologyKey[];
  /** Rows that left the list and stay until the reader accepts the change. */
  leftIds: ReadonlySet<string>;
  /** VMs of the whole list, loaded or not. */
  total: number;
  isComplete: boolean;
  sort: string | null;
  rowHeight: number;
  selection: Selection;
  onSelection: (change: Selection | ((before: Selection) => Selection)) => void;
  onSort: (column: string) => void;
  onFold: (hostId: string) => void;
  onShowQuiet: (hostId: string) => void;
  /** Which rows are visible, and whether the user has started reading. */
  onLook: (from: number, to: number, isBeingRead: boolean) => void;
  /** In place of rows, under the head. */
  children?: ReactNode;
}

/** The fleet as a grid: shape is the status, background the severity. Only what is visible is in the document. */
export function Matrix(props: MatrixProps) {
  const { rows, lines, technologies, selection, onSelection, onFold, onShowQuiet, onLook } = props;
  const router = useRouter();
  const client = useQueryClient();
  const isNarrow = useIsNarrow();
  // On a phone it would be loaded in vain, and whether this is one is known only in the browser.
  const hasScrollMap = useIsHydrated() && !isNarrow;
  const geometry = geometryOf(isNarrow, props.rowHeight);
  const box = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const lastTicked = useRef<number | null>(null);
  const [said, setSaid] = useState("");
  const card = useCellCard();

  const visible = useMatrixLines(lines, geometry, scroller);
  const { first, last, stuck, keep } = visible;
  useEffect(() => onLook(first, last, first > 0), [first, last, onLook]);

  // The table receives only the rows that are in the document, so that fifty thousand rows do not create cells.
  const { items } = visible;
  const seenRows = useMemo(
    () =>
      items.flatMap(({ index }) => {
        const line = lines[index];
        return line?.kind === "vm" ? [line.row] : [];
      }),
    [items, lines],
  );
  const shownColumns = useMemo(() => matrixColumns(technologies), [technologies]);
  const table = useTable({
    features: matrixFeatures,
    columns: shownColumns,
    data: seenRows,
    getRowId: (row) => row.id,
  });
  const columnWords = table
    .getAllLeafColumns()
    .map((each) => each.id)
    .join(" ");
  const columns = useMemo(() => columnWords.split(" "), [columnWords]);
  const rowsById = table.getRowModel().rowsById;

  const copyFix = async (line: VmLine, column: string) => {
    const detail = await client.query(vmQueries.detail(line.row.id)).catch(() => null);
    // The code for copying a fix loads on first use; users who never copy do not load it.
    const fix = await import("./copy-fix.ts").catch(() => null);
    setSaid(fix ? await fix.copyFix(detail, line.row.name, column) : "The server is not responding");
  };

  const select = (at: number, isRange: boolean) => {
    const from = isRange ? (lastTicked.current ?? at) : at;
    lastTicked.current = at;
    onSelection((before) => prepareSelection(before, lines, rows, { from, to: at, isRange }));
  };
  const tick = (at: number) => select(at, false);

  const tickAll = useCallback(
    () =>
      onSelection((before) =>
        Object.keys(before).length < rows.length
          ? Object.fromEntries(rows.map((row) => [row.id, true as const]))
          : {},
      ),
    [onSelection, rows],
  );

  const keys = useMatrixKeys({
    lines,
    columns,
    pageLines: Math.max(1, last - first - 2),
    scroller,
    scrollToLine: visible.scrollToLine,
    acts: {
      open: (line, isBeside) => {
        if (isBeside) window.open(`/vms/${line.row.id}`, "_blank", "noopener");
        else router.push(`/vms/${line.row.id}`);
      },
      fold: onFold,
      showQuiet: onShowQuiet,
      select,
      copyFix: (line, column) => void copyFix(line, column),
      escape: () => {
        if (card.open) card.close();
        else onSelection({});
      },
    },
  });
  useEffect(() => keep(keys.activeLine));

  const onScroll = () => {
    if (card.open?.source === "hover") card.close();
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const at = cellAt(event.target);
    if (!at) {
      card.close();
      return;
    }
    keys.take(at.line, at.column);
    const line = lines[at.line];
    if (event.target === at.cell) card.openOnFocus(at.cell, line?.kind === "vm" ? line.key : null);
  };
  const onPointerOver = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType !== "mouse") return;
    const at = cellAt(event.target);
    const line = at ? lines[at.line] : undefined;
    card.hover(at?.cell ?? null, line?.kind === "vm" ? line.key : null);
  };

  const leave = () => card.hover(null, null);
  const cardVm = card.open ? rowsById[card.open.rowId]?.original : undefined;
  const tickedCount = Object.keys(selection).length;

  const mapped = props.isComplete ? lines.length : Math.max(lines.length, props.total);

  return (
    <div ref={box} className="matrix-box">
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its cells is in the tab order */}
      <div
        ref={scroller}
        role="grid"
        aria-label="VMs and their integration services"
        aria-rowcount={props.isComplete ? lines.length + 1 : -1}
        aria-colcount={columns.length}
        aria-multiselectable
        className="matrix"
        data-technologies={technologies.length > 0 ? "" : undefined}
        style={{ "--row": `${props.rowHeight}px`, "--technologies": technologies.length }}
        onKeyDown={keys.onKeyDown}
        onFocus={onFocus}
        onBlur={(event) => {
          if (!box.current?.contains(event.relatedTarget)) card.close();
        }}
        onPointerOver={onPointerOver}
        onPointerLeave={leave}
        onScroll={onScroll}
      >
        <MatrixHead
          columns={columns}
          whole={props.whole}
          technologies={technologies.length}
          sort={props.sort}
          onSort={props.onSort}
          ticked={tickedCount === 0 ? "none" : tickedCount >= rows.length ? "all" : "some"}
          onTickAll={tickAll}
        />
        {props.children ?? (
          <div role="rowgroup" className="matrix-body" style={{ minHeight: visible.totalHeight }}>
            {items.map((item, at) => {
              const line = lines[item.index];
              if (!line) return null;
              const activeColumn = item.index === keys.activeLine ? keys.activeColumn : null;
              const style = visible.styleOf(item, at);
              if (line.kind === "band")
                return (
                  <MatrixBand
                    key={line.key}
                    band={line}
                    activeColumn={activeColumn}
                    columns={columns}
                    lineIndex={item.index}
                    isStuck={item.index === stuck}
                    style={style}
                    onFold={onFold}
                  />
                );
              if (line.kind === "quiet")
                return (
                  <MatrixQuiet
                    key={line.key}
                    line={line}
                    isActive={activeColumn !== null}
                    columns={columns}
                    lineIndex={item.index}
                    style={style}
                    onShow={onShowQuiet}
                  />
                );
              const row = rowsById[line.key];
              return row ? (
                <MatrixRow
                  key={line.key}
                  row={row}
                  vm={line.row}
                  isSelected={selection[line.key] === true}
                  activeColumn={activeColumn}
                  columns={columns}
                  lineIndex={item.index}
                  hasLeft={props.leftIds.has(line.key)}
                  style={style}
                  onTick={tick}
                  drawCell={drawCell}
                />
              ) : null;
            })}
          </div>
        )}
      </div>
      <div className="scroll-map">
        {hasScrollMap ? (
          <ScrollMap
            lines={lines}
            total={mapped}
            view={{ from: first / Math.max(1, mapped), to: (last + 1) / Math.max(1, mapped) }}
            onGo={(share) => {
              const element = scroller.current;
              if (element)
                element.scrollTop =
                  (share * element.scrollHeight * mapped) / lines.length - element.clientHeight / 2;
            }}
          />
        ) : null}
      </div>
      {card.open && cardVm ? (
        <CardBox
          card={card.open}
          vm={cardVm}
          box={box}
          onStay={card.stay}
          onLeave={leave}
          onClose={card.close}
        />
      ) : null}
      <output className="sr-only">{said}</output>
    </div>
  );
}

function drawCell(row: MatrixTableRow, columnId: string): ReactNode {
  const cell = row.getAllCells().find((each) => each.column.id === columnId);
  return cell ? <FlexRender cell={cell} /> : null;
}
