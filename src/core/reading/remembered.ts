/**
 * A function of a text that keeps its answers: the same names are met again for every speaker of
 * a source. Emptied when it holds `max`. The answers are shared, so nobody may change them.
 */
export function remembered<Answer>(of: (text: string) => Answer, max: number): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = of(text);
    if (answers.size >= max) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
