import type { ComponentProps, ReactElement } from "react";
import sprite from "@/components/ui/icons.svg";

export type IconProps = Omit<ComponentProps<"svg">, "children" | "ref">;
export type Icon = (props: IconProps) => ReactElement;

/**
 * A drawing of Lucide out of the portal's own sheet (`npm run icons` writes it from the names below): two elements on the
 * page and nothing to load in the browser, where Lucide's own components are client components with each line as a property.
 * Hidden from readers of the screen: a word or a name always stands beside it.
 */
function icon(name: string): Icon {
  const href = `${(sprite as { src: string }).src}#${name}`;
  return function DrawnIcon({ className, ...rest }) {
    return (
      <svg aria-hidden="true" className={className ? `icon ${className}` : "icon"} {...rest}>
        <use href={href} />
      </svg>
    );
  };
}

export const Activity = icon("activity");
export const Archive = icon("archive");
export const ArrowDown = icon("arrow-down");
export const ArrowLeft = icon("arrow-left");
export const ArrowRight = icon("arrow-right");
export const ArrowUp = icon("arrow-up");
export const Bell = icon("bell");
export const BellOff = icon("bell-off");
export const BellRing = icon("bell-ring");
export const Bold = icon("bold");
export const Building2 = icon("building-complex");
export const CalendarDays = icon("calendar-days");
export const CalendarOff = icon("calendar-off");
export const CalendarPlus = icon("calendar-plus");
export const CalendarRange = icon("calendar-range");
export const CalendarX = icon("calendar-x");
export const ChartColumn = icon("chart-column");
export const Check = icon("check");
export const CheckCheck = icon("check-check");
export const ChevronDown = icon("chevron-down");
export const ChevronLeft = icon("chevron-left");
export const ChevronRight = icon("chevron-right");
export const ChevronsUpDown = icon("chevrons-up-down");
export const CircleAlert = icon("circle-alert");
export const CircleCheck = icon("circle-check");
export const CircleDashed = icon("circle-dashed");
export const CirclePlay = icon("circle-play");
export const CircleQuestionMark = icon("circle-question-mark");
export const CircleUserRound = icon("circle-user-round");
export const CircleX = icon("circle-x");
export const Clock = icon("clock");
export const ClockAlert = icon("clock-alert");
export const Cog = icon("cog");
export const Copy = icon("copy");
export const Download = icon("download");
export const Ellipsis = icon("ellipsis");
export const ExternalLink = icon("external-link");
export const Eye = icon("eye");
export const EyeOff = icon("eye-off");
export const FileCheck2 = icon("file-check-corner");
export const FileClock = icon("file-clock");
export const FilePen = icon("file-pen");
export const FileText = icon("file-text");
export const Flag = icon("flag");
export const FlagTriangleRight = icon("flag-triangle-right");
export const FlaskConical = icon("flask-conical");
export const FolderOpen = icon("folder-open");
export const Gavel = icon("gavel");
export const Globe = icon("globe");
export const GraduationCap = icon("graduation-cap");
export const History = icon("rotate-ccw-clock");
export const IdCard = icon("id-card");
export const Info = icon("info");
export const Italic = icon("italic");
export const Landmark = icon("landmark");
export const LifeBuoy = icon("life-buoy");
export const Link = icon("link");
export const Link2 = icon("link-2");
export const List = icon("list");
export const ListChecks = icon("list-checks");
export const ListTree = icon("list-tree");
export const Lock = icon("lock");
export const LockOpen = icon("lock-open");
export const LogIn = icon("log-in");
export const LogOut = icon("log-out");
export const Mail = icon("mail");
export const MapPin = icon("map-pin");
export const Megaphone = icon("megaphone");
export const Menu = icon("menu");
export const MessageCircle = icon("message-circle");
export const MessageCircleQuestionMark = icon("message-circle-question-mark");
export const MessageSquarePlus = icon("message-square-plus");
export const MessageSquareReply = icon("message-square-reply");
export const MessagesSquare = icon("messages-square");
export const Minus = icon("minus");
export const MonitorSmartphone = icon("monitor-smartphone");
export const Paperclip = icon("paperclip");
export const Pause = icon("pause");
export const Pencil = icon("pencil");
export const PencilLine = icon("pencil-line");
export const Phone = icon("phone");
export const Pin = icon("pin");
export const PinOff = icon("pin-off");
export const Play = icon("play");
export const Plus = icon("plus");
export const Presentation = icon("presentation");
export const Printer = icon("printer");
export const Recycle = icon("recycle");
export const RefreshCw = icon("refresh-cw");
export const Reply = icon("reply");
export const RotateCcw = icon("rotate-ccw");
export const Route = icon("route");
export const Rss = icon("rss");
export const ScrollText = icon("scroll-text");
export const Search = icon("search");
export const Send = icon("send");
export const Settings = icon("settings");
export const Settings2 = icon("settings-2");
export const ShieldCheck = icon("shield-check");
export const ShieldOff = icon("shield-off");
export const ShieldPlus = icon("shield-plus");
export const Signpost = icon("signpost");
export const Sun = icon("sun");
export const TextQuote = icon("text-quote");
export const ThumbsUp = icon("thumbs-up");
export const Trash2 = icon("trash");
export const TriangleAlert = icon("triangle-alert");
export const Undo2 = icon("undo-2");
export const UserCheck = icon("user-check");
export const UserMinus = icon("user-minus");
export const UserPlus = icon("user-plus");
export const UserRound = icon("user-round");
export const UserX = icon("user-x");
export const Users = icon("users");
export const Video = icon("video");
export const X = icon("x");
