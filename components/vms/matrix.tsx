/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are placed, which those of a table are not */
"use client";

import { useQueryClient } from "@tanstack/react-query";
import { FlexRender, type RowSelectionState, useTable } from "@tanstack/react-table";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useRouter } from "next/navigation";
import {
  type CSSProperties,
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { copyText } from "@/components/ui/copy-text.ts";
import { useIsHydrated } from "@/components/ui/now.tsx";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { vmQueries } from "@/lib/query/vms.ts";
import { CardBox } from "./card-box.tsx";
import { MatrixBand } from "./matrix-band.tsx";
import { matrixColumns, matrixFeatures } from "./matrix-columns.tsx";
import { bandAbove, geometryOf, heightOf } from "./matrix-geometry.ts";
import { MatrixHead } from "./matrix-head.tsx";
import { MatrixQuiet } from "./matrix-quiet.tsx";
import { MatrixRow, type MatrixTableRow } from "./matrix-row.tsx";
import { isSilent, judgedTechnologies, type MatrixLine, sumColumns, type VmLine } from "./prepare-matrix.ts";
import { prepareSelection } from "./prepare-selection.ts";
import { ScrollMap } from "./scroll-map.tsx";
import { isServiceKey, TECHNOLOGY_ORDER } from "./service-words.ts";
import { useCellCard } from "./use-cell-card.ts";
import { useIsNarrow } from "./use-is-narrow.ts";
import { useMatrixKeys } from "./use-matrix-keys.ts";

const OVERSCAN = 6;

interface MatrixProps {
  rows: VmRow[];
  lines: MatrixLine[];
  /** Rows that left the list and wait for the reader. */
  leftIds: ReadonlySet<string>;
  /** VMs of the whole list, loaded or not. */
  total: number;
  isComplete: boolean;
  sort: string | null;
  rowHeight: number;
  selection: RowSelectionState;
  onSelection: (change: RowSelectionState | ((before: RowSelectionState) => RowSelectionState)) => void;
  onSort: (column: string) => void;
  onFold: (hostId: string) => void;
  onShowQuiet: (hostId: string) => void;
  /** Which rows are looked at, and whether somebody has begun to read. */
  onLook: (from: number, to: number, isBeingRead: boolean) => void;
  /** In place of rows, under the head. */
  children?: ReactNode;
}

/** The fleet as a grid: shape is the fact, ground is the judgement. Only what is seen is in the document. */
export function Matrix(props: MatrixProps) {
  const { rows, lines, selection, onSelection, onFold, onShowQuiet, onLook } = props;
  const router = useRouter();
  const client = useQueryClient();
  const isHydrated = useIsHydrated();
  const geometry = geometryOf(useIsNarrow(), props.rowHeight);
  const box = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const lastTicked = useRef<number | null>(null);
  const [said, setSaid] = useState("");
  const [, replaceCard] = useReducer((count: number) => count + 1, 0);
  const card = useCellCard();

  const technologies = useMemo(() => judgedTechnologies(rows), [rows]);
  const table = useTable({
    features: matrixFeatures,
    columns: matrixColumns,
    data: rows,
    getRowId: (row) => row.id,
    manualSorting: true,
    state: {
      rowSelection: selection,
      columnVisibility: Object.fromEntries(TECHNOLOGY_ORDER.map((key) => [key, technologies.includes(key)])),
      sorting:
        props.sort === null ? [] : [{ id: props.sort.replace(/^-/, ""), desc: props.sort.startsWith("-") }],
    },
    onRowSelectionChange: onSelection,
  });
  const columnWords = table
    .getVisibleLeafColumns()
    .map((each) => each.id)
    .join(" ");
  const columns = useMemo(() => columnWords.split(" "), [columnWords]);
  const rowsById = table.getRowModel().rowsById;

  // Positions are made anew when the lines or their heights are; a new function tells the virtual list.
  const keyOf = useCallback(
    (index: number) => lines[index]?.key ?? `${geometry.row}:${index}`,
    [lines, geometry.row],
  );
  const bands = useMemo(() => lines.flatMap((line, index) => (line.kind === "band" ? [index] : [])), [lines]);
  const kept = useRef<number | null>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index], geometry),
    getItemKey: keyOf,
    overscan: OVERSCAN,
    initialRect: { width: 1200, height: 900 },
    scrollPaddingStart: bands.length > 0 ? geometry.band : 0,
    scrollPaddingEnd: geometry.head,
    rangeExtractor: (range: Range) => {
      const extra = [bandAbove(bands, range.startIndex), kept.current].filter((index) => index !== null);
      const indexes = defaultRangeExtractor(range);
      return [...new Set([...extra.filter((index) => index < range.count), ...indexes])].toSorted(
        (a, b) => a - b,
      );
    },
  });
  const items = virtualizer.getVirtualItems();
  // Known only once the items are made.
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  const stuck = bandAbove(bands, first);

  useEffect(() => onLook(first, last, (scroller.current?.scrollTop ?? 0) > 0), [first, last, onLook]);

  const copyFix = async (line: VmLine, column: string) => {
    const detail = await client.query(vmQueries.detail(line.row.id)).catch(() => null);
    const services = detail?.services ?? [];
    const asked = isServiceKey(column)
      ? services.find((each) => each.key === column)
      : services.find((each) => each.severity !== null);
    const [remedy] = asked?.remedies ?? [];
    if (!remedy) setSaid(`There is nothing to type for ${line.row.name} here`);
    else
      setSaid(
        (await copyText(remedy.command))
          ? `Copied the fix for ${line.row.name}`
          : "The browser does not let us copy",
      );
  };

  const select = (at: number, isRange: boolean) => {
    const from = isRange ? (lastTicked.current ?? at) : at;
    lastTicked.current = at;
    onSelection((before) => prepareSelection(before, lines, rows, { from, to: at, isRange }));
  };

  const keys = useMatrixKeys({
    lines,
    columns,
    pageLines: Math.max(1, last - first - 2),
    scroller,
    scrollToLine: (line) => virtualizer.scrollToIndex(line, { align: "auto" }),
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
  // The line that holds the keyboard stays in the document wherever the list is scrolled, or focus would be lost.
  useEffect(() => {
    kept.current = keys.activeLine;
  });

  const onScroll = () => {
    if (card.open?.source === "hover") card.close();
    else if (card.open) replaceCard();
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
  const silentVms = useMemo(() => rows.filter((row) => isSilent(row.freshness)).length, [rows]);
  const sums = useMemo(() => sumColumns(rows), [rows]);
  const generationOne = useMemo(() => rows.filter((row) => row.generation === 1).length, [rows]);
  const tickedCount = Object.keys(selection).length;

  const styleOf = (index: number, start: number): CSSProperties | undefined => {
    // Until the browser knows its width, lines stand one under the other, at whatever height the style sheet gives.
    if (!isHydrated) return undefined;
    if (index === stuck) return { position: "sticky", top: geometry.head };
    return { position: "absolute", top: start, left: 0, right: 0 };
  };

  return (
    <div ref={box} className="matrix-box">
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
          sums={sums}
          vms={rows.length}
          silentVms={silentVms}
          generationOne={generationOne}
          technologies={technologies.length}
          sort={props.sort}
          onSort={props.onSort}
          ticked={tickedCount === 0 ? "none" : tickedCount >= rows.length ? "all" : "some"}
          onTickAll={() => table.toggleAllRowsSelected(tickedCount < rows.length)}
        />
        {props.children ?? (
          <div role="rowgroup" className="matrix-body" style={{ minHeight: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const line = lines[item.index];
              if (!line) return null;
              const activeColumn = item.index === keys.activeLine ? keys.activeColumn : null;
              const style = styleOf(item.index, item.start);
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
                  drawCell={drawCell}
                />
              ) : null;
            })}
          </div>
        )}
      </div>
      <ScrollMap
        lines={lines}
        total={props.isComplete ? lines.length : Math.max(lines.length, props.total)}
        view={{ from: first / Math.max(1, lines.length), to: (last + 1) / Math.max(1, lines.length) }}
        onGo={(share) => {
          const element = scroller.current;
          if (element) element.scrollTop = share * element.scrollHeight - element.clientHeight / 2;
        }}
      />
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
  const cell = row.getVisibleCells().find((each) => each.column.id === columnId);
  return cell ? <FlexRender cell={cell} /> : null;
}

/** Which cell something lies in. */
function cellAt(target: EventTarget): { cell: HTMLElement; line: number; column: string } | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-column]");
  const line = cell?.closest<HTMLElement>("[data-line]")?.dataset["line"];
  const column = cell?.dataset["column"];
  return cell && line !== undefined && column !== undefined ? { cell, line: Number(line), column } : null;
}
