type Props = {
  /** Squares a side and the dark ones as one path, in squares. */
  size: number;
  path: string;
  label: string;
};

/** A QR code, dark on white in every scheme, with the quiet edge that readers need. */
export function QrCode({ size, path, label }: Props) {
  const edge = 4;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-edge} ${-edge} ${size + 2 * edge} ${size + 2 * edge}`}
      shapeRendering="crispEdges"
      className="size-56 max-w-full rounded border border-edge bg-white"
    >
      <path d={path} fill="#000000" />
    </svg>
  );
}
