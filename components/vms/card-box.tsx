"use client";

import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useState } from "react";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { type CardPlace, placeCard } from "./card-place.ts";
import { CellCard } from "./cell-card.tsx";
import { isServiceKey } from "./service-words.ts";
import { TechnologyCard } from "./technology-card.tsx";
import type { OpenCard } from "./use-cell-card.ts";

interface CardBoxProps {
  card: OpenCard;
  vm: VmRow;
  /** The element that the card covers. */
  box: RefObject<HTMLElement | null>;
  onStay: () => void;
  onLeave: () => void;
  onClose: () => void;
}

/** The card beside its cell. It follows the cell when the list is scrolled, and the pointer may enter it. */
export function CardBox({ card, vm, box, onStay, onLeave, onClose }: CardBoxProps) {
  const [place, setPlace] = useState<CardPlace | null>(null);

  useLayoutEffect(() => {
    const put = () => {
      const outer = box.current?.getBoundingClientRect();
      if (outer && card.cell.isConnected) setPlace(placeCard(card.cell.getBoundingClientRect(), outer));
    };
    put();
    const scroller = card.cell.closest('[role="grid"]');
    scroller?.addEventListener("scroll", put, { passive: true });
    return () => scroller?.removeEventListener("scroll", put);
  }, [card.cell, box]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isInside = event.target instanceof Element && event.target.closest(".cell-card") !== null;
      if (event.key !== "Escape" || !isInside) return;
      card.cell.focus();
      onClose();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [card.cell, onClose]);

  if (!place) return null;
  return (
    <aside
      className="cell-card"
      aria-label="Cell details"
      style={toStyle(place)}
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
    >
      {isServiceKey(card.column) ? (
        <CellCard vm={vm} service={card.column} />
      ) : (
        <TechnologyCard vm={vm} technology={card.column} />
      )}
    </aside>
  );
}

function toStyle({ left, top, bottom, room }: CardPlace): CSSProperties {
  return {
    left,
    maxHeight: `min(460px, ${room}px)`,
    ...(top === null ? {} : { top }),
    ...(bottom === null ? {} : { bottom }),
  };
}
