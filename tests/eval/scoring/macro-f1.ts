/** What a row is, and what it was taken for. */
export interface Pair<Label extends string> {
  gold: Label;
  predicted: Label;
}

/** Precision, recall and F1 of one label, each 0..1; precision is 0 where nothing was taken for it, recall where there is none of it. */
export interface LabelScore {
  precision: number;
  recall: number;
  f1: number;
}

/** How many rows of each gold label (outer) were taken for each label (inner), in the order of `labels`. */
export function confusion<Label extends string>(
  pairs: readonly Pair<Label>[],
  labels: readonly Label[],
): number[][] {
  const matrix = labels.map(() => labels.map(() => 0));
  for (const { gold, predicted } of pairs) {
    const row = matrix[labels.indexOf(gold)];
    const column = labels.indexOf(predicted);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return matrix;
}

/** The scores of each label of a confusion matrix, in its order. */
export function labelScores(matrix: readonly (readonly number[])[]): LabelScore[] {
  return matrix.map((row, label) => {
    const right = row[label] ?? 0;
    const are = row.reduce((sum, count) => sum + count, 0);
    const taken = matrix.reduce((sum, other) => sum + (other[label] ?? 0), 0);
    return {
      precision: taken === 0 ? 0 : right / taken,
      recall: are === 0 ? 0 : right / are,
      f1: are + taken === 0 ? 0 : (2 * right) / (are + taken),
    };
  });
}

/** The mean of the F1 of all labels that rows have; NaN of no rows. */
export function macroF1<Label extends string>(
  pairs: readonly Pair<Label>[],
  labels: readonly Label[],
): number {
  const matrix = confusion(pairs, labels);
  const scores = labelScores(matrix).filter((_, label) => matrix[label]?.some((count) => count > 0));
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}
