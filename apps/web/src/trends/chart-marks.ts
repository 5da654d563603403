/** Marks of a trend chart that no chart library has. All lengths are CSS pixels; each leaves the context as it found it. */

type Context = CanvasRenderingContext2D;

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A break: a zigzag over the height, on a ground that hides the grid beneath it. */
export function zigzag(context: Context, x: number, top: number, bottom: number, colour: string): void {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  let side = -1;
  context.moveTo(x, top);
  for (let y = top + 4; y < bottom - 2; y += 6, side = -side) context.lineTo(x + 3 * side, y);
  context.lineTo(x, bottom);
  context.stroke();
  context.restore();
}

/** A suppressed figure: a hatched box whose height and place tell nothing. */
export function hatch(context: Context, box: Box, colour: string): void {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.rect(box.left + 0.5, box.top + 0.5, box.right - box.left - 1, box.bottom - box.top - 1);
  context.stroke();
  context.clip();
  context.beginPath();
  const height = box.bottom - box.top;
  for (let x = box.left - height; x < box.right; x += 4) {
    context.moveTo(x, box.bottom);
    context.lineTo(x + height, box.top);
  }
  context.stroke();
  context.restore();
}

/** A round that did not ask: a short dash at the axis. */
export function notAsked(context: Context, x: number, y: number, colour: string): void {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x - 3, y);
  context.lineTo(x + 3, y);
  context.stroke();
  context.restore();
}

/** The interval of an indicative figure: dotted, with whiskers. */
export function dottedInterval(
  context: Context,
  x: number,
  top: number,
  bottom: number,
  whisker: number,
  colour: string,
): void {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.setLineDash([2, 2.5]);
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  for (const y of [top, bottom]) {
    context.moveTo(x - whisker / 2, y);
    context.lineTo(x + whisker / 2, y);
  }
  context.stroke();
  context.restore();
}

/** The rounds that a year pools: a bracket with its feet up, and what it stands for beneath. */
export function bracket(
  context: Context,
  from: number,
  to: number,
  y: number,
  label: string,
  ink: { readonly text: string; readonly paper: string },
  font: string,
): void {
  context.save();
  context.strokeStyle = ink.text;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(from + 0.5, y - 5);
  context.lineTo(from + 0.5, y + 0.5);
  context.lineTo(to - 0.5, y + 0.5);
  context.lineTo(to - 0.5, y - 5);
  context.stroke();
  textOn(context, label, (from + to) / 2, y + 17, "center", ink, font);
  context.restore();
}

/** Text on a ground of paper, so that grid lines and poles do not run through it. */
export function textOn(
  context: Context,
  text: string,
  x: number,
  y: number,
  align: CanvasTextAlign,
  ink: { readonly text: string; readonly paper: string },
  font: string,
): void {
  context.save();
  context.font = font;
  context.textAlign = align;
  context.textBaseline = "middle";
  const width = context.measureText(text).width;
  const left = align === "center" ? x - width / 2 : align === "right" ? x - width : x;
  context.fillStyle = ink.paper;
  context.fillRect(left - 3, y - 8, width + 6, 16);
  context.fillStyle = ink.text;
  context.fillText(text, x, y);
  context.restore();
}

/** A text in lines of at most so many pixels; a word that is longer has a line of its own. */
export function wrapped(context: Context, text: string, width: number, font: string): string[] {
  context.save();
  context.font = font;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  context.restore();
  return lines;
}

/** The flag of a delivered action: a pennant with its letter. */
export function pennant(
  context: Context,
  x: number,
  y: number,
  letter: string,
  ink: { readonly text2: string; readonly paper: string },
  font: string,
): void {
  context.save();
  context.fillStyle = ink.text2;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 20, y);
  context.lineTo(x + 16, y + 9);
  context.lineTo(x + 20, y + 18);
  context.lineTo(x, y + 18);
  context.closePath();
  context.fill();
  context.fillStyle = ink.paper;
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(letter, x + 8, y + 9.5);
  context.restore();
}
