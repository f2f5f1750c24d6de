/** One measured figure: a share or a mean over `n` rows, 0..1, with its 95 % bootstrap interval. */
export interface Figure {
  name: string;
  n: number;
  value: number;
  low: number;
  high: number;
  /** What the figure must reach, or, where `atMost` is true, must not pass; null where nothing is asked. */
  floor: number | null;
  atMost: boolean;
  /** Of the rows that may be read, or of those kept aside; absent where the figure is over all rows. */
  part?: "read" | "aside";
}

/** A table of text cells; the first row of cells is below `head`. */
export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

/** One row that failed, for a person to read: what was asked, what was expected, what came back. */
export interface Failure {
  id: string;
  /** The kind of failure, by which failures are grouped. */
  group: string;
  lines: string[];
}

/** One measure of the report. */
export interface Section {
  id: string;
  title: string;
  /** What was measured on what, in a sentence or two; what the reader must know to read the figures. */
  notes: string[];
  figures: Figure[];
  tables: Table[];
  /** Only of the rows that may be read; those kept aside give figures alone. */
  failures: Failure[];
}
