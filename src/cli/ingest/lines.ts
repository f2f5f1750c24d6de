/** One line of a long file: its number from 1, its bytes without the line break, or null when they are too many. */
export interface Line {
  number: number;
  bytes: Uint8Array | null;
  /** How many bytes of the file have been read to the end of this line. */
  readBytes: number;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The lines of a file that comes in pieces. No more than one piece and one line are held, and of a
 * line longer than `bytesMax` nothing is. What follows the last line break is a line if it has bytes.
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  bytesMax: number,
): AsyncGenerator<Line, void, undefined> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let number = 0;
  let readBytes = 0;
  const hold = (part: Uint8Array): void => {
    heldBytes += part.length;
    readBytes += part.length;
    if (heldBytes > bytesMax) held = [];
    else held.push(part);
  };
  const take = (): Line => {
    number += 1;
    const bytes = heldBytes > bytesMax ? null : withoutReturn(Buffer.concat(held));
    held = [];
    heldBytes = 0;
    return { number, bytes, readBytes };
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      hold(piece.subarray(from, end));
      readBytes += 1;
      from = end + 1;
      yield take();
    }
    hold(piece.subarray(from));
  }
  if (heldBytes > 0) yield take();
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}
