import {
  ArrowUpFromLine,
  BookOpenText,
  ChartLine,
  ChartNoAxesColumn,
  ChevronDown,
  CircleAlert,
  Ellipsis,
  Download,
  Filter,
  Group,
  KeyRound,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  Network,
  Printer,
  RectangleEllipsis,
  Rows3,
  Search,
  Server,
  SlidersHorizontal,
  SquareTerminal,
  Sun,
  X,
} from "lucide-react";
import type { IconName } from "./icon.tsx";

const ICONS: Record<IconName, LucideIcon> = {
  chevron: ChevronDown,
  compliance: ChartLine,
  download: Download,
  filter: Filter,
  findings: CircleAlert,
  fleet: ChartNoAxesColumn,
  generations: ArrowUpFromLine,
  group: Group,
  guide: BookOpenText,
  hosts: Server,
  key: KeyRound,
  moon: Moon,
  more: Ellipsis,
  network: Network,
  out: LogOut,
  print: Printer,
  screen: Monitor,
  search: Search,
  settings: SlidersHorizontal,
  sun: Sun,
  terminal: SquareTerminal,
  token: RectangleEllipsis,
  vms: Rows3,
  x: X,
};

/** The icons of the frame and the matrix, once in the document, so that the browser needs no code to draw them. */
export function IconSprite() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden>
      {Object.entries(ICONS).map(([name, Drawn]) => (
        <Drawn key={name} id={`icon-${name}`} strokeWidth={1.6} />
      ))}
    </svg>
  );
}
