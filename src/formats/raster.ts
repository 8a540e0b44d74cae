/** A step of an outline, in pixels, downwards: as font libraries give them. */
export interface OutlineStep {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  args: readonly number[];
}

/**
 * How much of each pixel an outline covers, 0 to 1, row by row.
 * @param change is filled with the answer. Default: an array of its own, which at the size of a card is worth sparing.
 */
export function coverageOf(steps: readonly OutlineStep[], width: number, height: number, change = new Float32Array(width * height)): Float32Array {
  // At first, what each pixel adds to those right of it in its row.
  change.fill(0);
  let [startX, startY, x, y] = [0, 0, 0, 0];
  let [top, bottom] = [height, 0];
  const lineTo = (toX: number, toY: number) => {
    addLine(change, width, height, x, y, toX, toY);
    top = Math.min(top, y, toY);
    bottom = Math.max(bottom, y, toY);
    [x, y] = [toX, toY];
  };
  for (const { command, args } of steps) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === 'moveTo') [startX, startY, x, y] = [a, b, a, b];
    else if (command === 'lineTo') lineTo(a, b);
    else if (command === 'closePath') lineTo(startX, startY);
    else {
      // A quadratic curve is a cubic one whose inner points stand two thirds of the way to its own.
      const cubic = command === 'bezierCurveTo' ? args : [x + (2 * (a - x)) / 3, y + (2 * (b - y)) / 3, c + (2 * (a - c)) / 3, d + (2 * (b - d)) / 3, c, d];
      flatten([x, y, ...cubic], lineTo);
    }
  }
  // Rows that no edge crosses are not covered.
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(height, Math.ceil(bottom)); row += 1) {
    let covered = 0;
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      covered += change[at] ?? 0;
      change[at] = Math.min(1, Math.abs(covered));
    }
  }
  return change;
}

/** Pieces that a curve is drawn in: more than an eye can tell at the size of a card. */
const PIECES = 16;

function flatten([x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[], lineTo: (x: number, y: number) => void): void {
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const t = piece / PIECES;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    lineTo(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

/** Adds an edge: in each row that it crosses, by the exact area between it and the right end. */
function addLine(change: Float32Array, width: number, height: number, fromX: number, fromY: number, toX: number, toY: number): void {
  if (fromY === toY) return;
  const sign = fromY < toY ? 1 : -1;
  const [topX, topY, bottomX, bottomY] = sign === 1 ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY];
  const slope = (bottomX - topX) / (bottomY - topY);
  for (let row = Math.max(0, Math.floor(topY)); row < Math.min(height, Math.ceil(bottomY)); row += 1) {
    const upper = Math.max(row, topY);
    const lower = Math.min(row + 1, bottomY);
    const xs = [topX + (upper - topY) * slope, topX + (lower - topY) * slope];
    addSpan(change, row * width, width, Math.min(...xs), Math.max(...xs), (lower - upper) * sign);
  }
}

/**
 * Adds an edge's part within a row, which runs from `left` to `right`. Each pixel is covered by what of it lies right
 * of the edge: the difference of the area up to its two borders. Of that the buffer holds what is new with each pixel.
 */
function addSpan(change: Float32Array, row: number, width: number, left: number, right: number, amount: number): void {
  const area = (border: number) => {
    if (border <= left) return 0;
    return border >= right ? border - (left + right) / 2 : (border - left) ** 2 / (2 * (right - left));
  };
  for (let pixel = Math.floor(left); pixel <= Math.floor(right) + 1; pixel += 1) {
    if (pixel >= width) return;
    const at = row + Math.max(pixel, 0);
    change[at] = (change[at] ?? 0) + amount * (area(pixel + 1) - 2 * area(pixel) + area(pixel - 1));
  }
}
