import { expect, test } from "vitest";
import { readCaptions } from "../../../src/cli/ingest/read-captions.ts";
import { speakerTurns } from "../../../src/core/reading/turns.ts";

/** A WebVTT file of these cues, a second each. */
const vtt = (...cues: string[]) =>
  `WEBVTT\n\n${cues.map((cue, index) => `00:00:0${index}.000 --> 00:00:0${index + 1}.000\n${cue}\n`).join("\n")}`;
/** A SubRip file of these cues. */
const srt = (...cues: string[]) =>
  cues
    .map((cue, index) => `${index + 1}\r\n00:00:0${index},000 --> 00:00:0${index + 1},500\r\n${cue}\r\n`)
    .join("\r\n");

const read = async (format: "vtt" | "srt", content: string) => {
  const draft = await readCaptions(format, content);
  return draft.ok ? draft.text : `refused: ${draft.problem}`;
};

test("voices become turns that the transcript reader names, and one voice runs on", async () => {
  const text = await read(
    "vtt",
    vtt(
      "<v Ada Marlowe>Good morning,</v>",
      "<v Ada Marlowe>all of <i>you</i>.\nSit <c.yellow.bg_blue>down</c>.",
      "<v.loud Tomas van der Reyle>R&amp;D &lt;3</v> <v Ada Marlowe>Yes.</v>",
    ),
  );
  expect(text).toBe(
    [
      "[00:00:00] Ada Marlowe: Good morning, all of you. Sit down.",
      "[00:00:02] Tomas van der Reyle: R&D <3",
      "[00:00:02] Ada Marlowe: Yes.",
      "",
    ].join("\n"),
  );
  expect(speakerTurns(text).map(({ name }) => name)).toEqual([
    "Ada Marlowe",
    "Tomas van der Reyle",
    "Ada Marlowe",
  ]);
});

test("a voice that no transcript could name is written in capitals, or as unknown", async () => {
  const text = await read(
    "vtt",
    vtt("<v speaker one>Yes.", "<v ada: chair>No.", "<v Editor>Well.", "[applause]"),
  );
  expect(text.split("\n").map((line) => line.slice(11))).toEqual([
    "SPEAKER ONE: Yes.",
    "ADA CHAIR: No.",
    "UNKNOWN: Well.",
    "UNKNOWN: [applause]",
    "",
  ]);
});

test("in a file with voices, words outside them are nobody's", async () => {
  expect(await read("vtt", vtt("<v Ada>Yes.", "A bell rings."))).toContain("] UNKNOWN: A bell rings.");
});

test("names in capitals and behind >> begin turns; what follows is theirs", async () => {
  const text = await read(
    "srt",
    srt(
      ">> ADA MARLOWE, HARBOUR MASTER: We shall",
      "wait {\\an8}for <b>spring</b>.",
      "REYLE: Shall we?\nMARLOWE: Yes.",
      ">> Why?",
    ),
  );
  expect(text.split("\n")).toEqual([
    "[00:00:00] ADA MARLOWE, HARBOUR MASTER: We shall wait for spring.",
    "[00:00:02] REYLE: Shall we?",
    "[00:00:02] MARLOWE: Yes.",
    "[00:00:03] UNKNOWN: Why?",
    "",
  ]);
});

test("a word before a colon is no name, unless it comes again", async () => {
  expect(await read("srt", srt("Remember: we wait.", "And so it goes."))).toBe(
    "[00:00:00] Remember: we wait. And so it goes.\n",
  );
  expect(await read("srt", srt("Ada: Wait.", "Tom: Why?", "Ada: So.", "Tom: Oh."))).toContain(
    "\n[00:00:01] Tom: Why?\n",
  );
});

test("where everything is in capitals, only >> tells a name", async () => {
  expect(await read("srt", srt(">> WE WAIT.", "THE MASTER SAID: WAIT."))).toBe(
    "[00:00:00] WE WAIT. THE MASTER SAID: WAIT.\n",
  );
  expect(await read("srt", srt(">> ADA: WE WAIT."))).toBe("[00:00:00] ADA: WE WAIT.\n");
});

test("without a name there are only the time and the words, an empty line before another speaker", async () => {
  expect(await read("srt", srt("We wait", "for spring."))).toBe("[00:00:00] We wait for spring.\n");
  expect(await read("vtt", vtt("We wait.", "&gt;&gt; Why?"))).toBe(
    "[00:00:00] We wait.\n\n[00:00:01] Why?\n",
  );
});

test("lines that roll are said once, and what is said twice stays twice", async () => {
  const rolling = vtt(
    " \nhello<00:00:00.480><c> everyone</c>",
    "hello everyone\n ",
    "hello everyone\nand welcome",
    "and welcome\nto the harbour",
  );
  expect(await read("vtt", rolling)).toBe("[00:00:00] hello everyone and welcome to the harbour\n");
  const chant = vtt("We wait.", "Never again.", "Never again.", "Said they.", "And so on.");
  expect(await read("vtt", chant)).toBe(
    "[00:00:00] We wait. Never again. Never again. Said they. And so on.\n",
  );
});

test("words are never lost in markup that is none, nor entities read twice", async () => {
  expect(await read("srt", srt("5 < 6 and 7 > 6 <3 AT&T &amp;lt; &eacute; &#8217; a<br>b <x>"))).toBe(
    "[00:00:00] 5 < 6 and 7 > 6 <3 AT&T &lt; é ’ a b <x>\n",
  );
});

test("notes, styles, cue names, settings and places on the screen are not read", async () => {
  const file =
    "WEBVTT - a title\nKind: captions\nLanguage: en_GB\n\nNOTE\nnot this\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 align:start position:0%\nOne.\n\n00:02.000 --> 00:02.000 foo:bar\nTwo.\n";
  expect(await readCaptions("vtt", file)).toEqual({
    ok: true,
    text: "[00:00:01] One. Two.\n",
    fields: { language: "en-GB" },
  });
  expect(await read("srt", "1\n00:00:01,000 --> 00:00:02,000 X1:20 X2:40\nOne.\n")).toBe("[00:00:01] One.\n");
});

test("hours count on, and every line break will do", async () => {
  const file = "WEBVTT\r\r01:02:03.999 --> 01:02:05.000\r<v Ada>Late.\r";
  expect(await read("vtt", file)).toBe("[01:02:03] Ada: Late.\n");
});

test.each([
  ["vtt", "nothing", "", "there are no cues"],
  ["srt", "prose", "Once upon a time.\n", "there are no cues"],
  ["vtt", "cues without words", vtt("", "<i></i>"), "there are no words in its cues"],
  ["srt", "a time that is none", `${srt("One.")}\n2\n00:00:03,000 --> soon\nTwo.\n`, "on line 6"],
  ["srt", "a time in another form", "1\n0:0:1,5 --> 0:0:2,5\nOne.\n", "on line 2"],
  [
    "srt",
    "cues that run together",
    "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n",
    "of 2 cues 1",
  ],
  ["vtt", "a cue in the head", "WEBVTT\n00:01.000 --> 00:02.000\nOne.\n", "of 1 cues 0"],
] as const)("a %s file with %s is refused", async (format, _, content, reason) => {
  expect(await read(format, content)).toMatch(new RegExp(`^refused: .*${reason}`));
});

/** A WebVTT file of cues that begin so many seconds apart. */
const every = (seconds: number, ...cues: string[]) => {
  const time = (at: number) => new Date(at * 1000).toISOString().slice(11, 23);
  return `WEBVTT\n\n${cues.map((cue, index) => `${time(index * seconds)} --> ${time((index + 1) * seconds)}\n${cue}\n`).join("\n")}`;
};

test("a long turn tells the time again where a sentence begins after twenty seconds", async () => {
  const text = await read(
    "vtt",
    every(
      9,
      "<v Ada Marlowe>The bar is shallow.",
      "<v Ada Marlowe>The chart is old,",
      "<v Ada Marlowe>and so is the pilot. We shall",
      "<v Ada Marlowe>wait for spring. Then",
      "<v Ada Marlowe>we dredge.",
    ),
  );
  // "We shall" is shown from 18 seconds on, "Then" from 27.
  expect(text).toBe(
    "[00:00:00] Ada Marlowe: The bar is shallow. The chart is old, and so is the pilot. We shall wait for spring.\n[00:00:27] Then we dredge.\n",
  );
  expect(speakerTurns(text)).toHaveLength(1);
});

test("words without a stop are timed after forty seconds, between two captions", async () => {
  const text = await read(
    "vtt",
    every(15, "so the bar", "is shallow and", "the chart is", "old and so", "is he"),
  );
  expect(text).toBe("[00:00:00] so the bar is shallow and the chart is\n[00:00:45] old and so is he\n");
});

test("no line of a turn begins as another's would", async () => {
  const cues = ["One moment.", "Remember: the bar is shallow.", "We wait.", "And then?"];
  const text = await read("vtt", every(25, ...cues.map((cue) => `<v Ada>${cue}`)));
  expect(text).toBe(
    "[00:00:00] Ada: One moment. Remember: the bar is shallow.\n[00:00:50] We wait.\n[00:01:15] And then?\n",
  );
  expect(speakerTurns(text)).toHaveLength(1);
});
