import classes from "./PublishedText.module.css";

/** Running text in which decimal figures are bold and ◆ (a figure taken from a published report) is drawn as a mark. */
export function PublishedText({
  text,
  bold = false,
  published,
}: {
  readonly text: string;
  readonly bold?: boolean;
  readonly published: string;
}) {
  const pieces = text.split(bold ? /(◆|[+−-]?\d+(?:[\s\u00a0\u202f]\d{3})*[.,]\d+)/u : /(◆)/u);
  // In the sentence "(p = 0,09)" is no figure to remember: only what stands outside brackets is bold.
  const outside = (index: number): boolean => {
    const before = pieces.slice(0, index).join("");
    return before.split("(").length === before.split(")").length;
  };
  return pieces.map((piece, index) => {
    // The pieces have no identity but their place; the whole text is replaced at once.
    if (piece === "◆") return <PublishedMark key={`${index} mark`} published={published} />;
    if (index % 2 === 1 && outside(index)) return <strong key={`${index} ${piece}`}>{piece}</strong>;
    return <span key={`${index} ${piece}`}>{piece}</span>;
  });
}

export function PublishedMark({ published }: { readonly published: string }) {
  return (
    <span className={classes.mark} role="img" aria-label={published} title={published}>
      ◆
    </span>
  );
}
