import { expect, test } from "vitest";
import { sourceWith } from "../sources.ts";
import { ask, libraryOf } from "./support.ts";

test("an ellipsis that leaves out pages of one source is warned of, whatever lies between", () => {
  const pages = "Nobody had counted the herring crates that week. ".repeat(120);
  const first = "The quarry paid for the lighthouse and the town paid for the keeper.";
  const last = "The keeper sold the lanterns to a chandler from the northern islands.";
  const library = libraryOf(
    sourceWith("ledger", `${first} ${pages}${last}`, { kind: "speech", speaker: "Ada Marlowe" }),
  );
  const match = ask(library, `${first} … ${last}`).matches[0];
  expect(match?.wording).toBe("elided");
  expect(match?.context.warnings.map(({ kind }) => kind)).toContain("omission_long");
  expect(match?.context.warnings.map(({ kind }) => kind)).toContain("omission_negation");
});

test("a splice of two places far apart is told without the pages between them", () => {
  const pages = "Nobody had counted the herring crates that week. ".repeat(400);
  const first = "The quarry paid for the lighthouse and the town paid for the keeper.";
  const last = "The keeper sold the lanterns to a chandler from the northern islands.";
  const library = libraryOf(sourceWith("ledger", `${first} ${pages}${last}`));
  const answer = ask(library, `${first} ${last}`);
  expect(answer.matches[0]?.wording).toBe("spliced");
  expect(answer.matches[0]?.changes.map(({ kind }) => kind)).toEqual(["splice"]);
  expect(JSON.stringify(answer).length).toBeLessThan(5000);
});
