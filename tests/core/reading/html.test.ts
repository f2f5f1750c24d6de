import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHtml } from "../../../src/core/reading/html.ts";
import { runs } from "../property.ts";

describe("the text of HTML is what a reader sees", () => {
  test.each([
    ["a paragraph an element", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."],
    ["list items that close themselves", "<ul><li>One<li>Two</ul>", "One\n\nTwo"],
    ["a line break", "One<br>Two<br/>Three", "One\nTwo\nThree"],
    ["inline tags, which leave no gap", "won<b>der</b>ful <a href='x'>news</a>", "wonderful news"],
    ["white space folded, but not in <pre>", " a \n\t b <pre>c\n  d</pre>", "a b\n\nc\n  d"],
    ["entities", "&ldquo;we &amp; you&rdquo; &#8212; &#x1F600; &lt;b&gt;", "“we & you” — 😀 <b>"],
    ["what is no entity, as it stands", "a & b &unknown; AT&T", "a & b &unknown; AT&T"],
    ["a space that does not break, kept", "10&nbsp;km", "10\u00a0km"],
    [
      "no script, style, comment or template",
      'a<script>"b"</script><style>c</style><!-- d --><template>e</template>f',
      "af",
    ],
    ["no words that are struck out", "We <del>may</del><ins>will</ins> reopen <s>soon</s>", "We will reopen"],
    ["no title and no form controls", "<head><title>T</title></head><p>a</p><select><option>b</select>", "a"],
    [
      "<q> with the marks it is shown with",
      "He said <q>no <q>never</q> again</q>.",
      "He said “no ‘never’ again”.",
    ],
    ["a tag that is never closed", "<p>One <b>two", "One two"],
    ["a tag cut off", "One <b class=", "One"],
    ["nothing", "", ""],
  ])("%s", (_, html, text) => {
    expect(readHtml(html).text).toBe(text);
  });

  test.each([
    [
      "gets marks",
      "<blockquote>We close in May.</blockquote><p>So it ends.</p>",
      "“We close in May.”\n\nSo it ends.",
    ],
    ["opens each paragraph anew", "<blockquote><p>One.</p><p>Two.</p></blockquote>", "“One.\n\n“Two.”"],
    ["that has marks keeps them", "<blockquote><p>“One.”</p></blockquote>", "“One.”"],
    [
      "is followed by its <footer>",
      "<blockquote>One.<footer>— Ada Marlowe, mayor</footer></blockquote>",
      "“One.” — Ada Marlowe, mayor",
    ],
    [
      "is followed by its <cite>",
      "<blockquote><p>One.</p><cite>Ada Marlowe</cite></blockquote>",
      "“One.” — Ada Marlowe",
    ],
    [
      "keeps a work that it names",
      "<blockquote>I read <cite>Emma</cite> twice.</blockquote>",
      "“I read Emma twice.”",
    ],
    [
      "is followed by its caption",
      "<figure><blockquote>One.</blockquote><figcaption>Ada Marlowe</figcaption></figure>",
      "“One.” — Ada Marlowe",
    ],
    [
      "goes on over a broken line",
      "<blockquote>We reopen in spring.<br>Then we dredge.</blockquote>",
      "“We reopen in spring. Then we dredge.”",
    ],
    [
      "ends before a last line that names its speaker",
      "<blockquote><p>One.</p><p>— Ada Marlowe</p></blockquote>",
      "“One.” — Ada Marlowe",
    ],
    [
      "ends before it behind a line break too",
      "<blockquote>One.<br>— Ada Marlowe</blockquote>",
      "“One.” — Ada Marlowe",
    ],
    [
      "as sites embed it",
      "<blockquote><p>One.</p>&mdash; Ada Marlowe (@ada) <a href='x'>May 5</a></blockquote>",
      "“One.” — Ada Marlowe (@ada) May 5",
    ],
    ["may begin with an apostrophe", "<blockquote>’Twas cold.</blockquote>", "“’Twas cold.”"],
    [
      "within another stands within its marks",
      "<blockquote>One. <blockquote>Two.</blockquote></blockquote>",
      "“One.\n\n“Two.”",
    ],
    ["of nothing stays nothing", "a<blockquote> </blockquote>b", "a\n\nb"],
  ])("a block quotation %s", (_, html, text) => {
    expect(readHtml(html).text.replace(/ {2}/g, " ")).toBe(text);
  });
});

describe("a span of the text leads back into the HTML", () => {
  const html = "<p>She said &ldquo;we <em>won&#8217;t</em> go&rdquo;.</p>";
  const { text, toHtml } = readHtml(html);
  test.each([
    ["we won’t go", "we <em>won&#8217;t</em> go"],
    ["won’t", "won&#8217;t"],
    ["“", "&ldquo;"],
    ["t go", "t</em> go"],
  ])("%j", (words, there) => {
    const start = text.indexOf(words);
    const span = toHtml({ start, end: start + words.length });
    expect(html.slice(span.start, span.end)).toBe(there);
  });

  test("an empty one to a place, at the end too", () => {
    const at = text.indexOf("go");
    expect(toHtml({ start: at, end: at })).toEqual({ start: html.indexOf("go"), end: html.indexOf("go") });
    expect(toHtml({ start: text.length, end: text.length }).start).toBe(html.indexOf("</p>"));
  });

  test("whatever the HTML, every span lies in it and in order", () => {
    const part = fc.constantFrom(
      "<p>",
      "</p>",
      "<q>",
      "</q>",
      "<blockquote>",
      "</blockquote>",
      "<cite>",
      "</cite>",
      "<b>",
      "&amp;",
      "&#128512;",
      "&",
      "<",
      "“",
      " a",
      ".",
      "\n",
      "😀",
      "<br>",
      "<pre>",
      "<script>",
      "</script>",
      "<figcaption>",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const whole = parts.join("");
        const read = readHtml(whole);
        let last = 0;
        for (let at = 0; at < read.text.length; at++) {
          const span = read.toHtml({ start: at, end: at + 1 });
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(whole.length);
          last = span.start;
        }
      }),
      runs(500),
    );
  });

  test("text without markup is itself, at its own places", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "é", "“", ".", "漁") }), (plain) => {
        const read = readHtml(plain);
        expect(read.text).toBe(plain);
        expect(read.toHtml({ start: 0, end: plain.length })).toEqual({ start: 0, end: plain.length });
      }),
      runs(100),
    );
  });
});
