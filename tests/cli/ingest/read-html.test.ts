import { expect, test } from "vitest";
import { PAGE_LIMITS, readHtml } from "../../../src/cli/ingest/read-html.ts";

const LONG =
  "The harbour board met on Monday, in the old chapel, to talk about the repairs of the lighthouse, which has stood dark since the storm.";
const HEAD = `<title>Repairs &amp; costs - The Quay</title>
<meta property="og:title" content="Repairs &amp; &quot;costs&quot;">
<meta property="og:site_name" content="The Quay">
<meta property="article:published_time" content="2024-03-01T23:30:00-05:00">
<link rel="canonical" href="https://quay.example/repairs">`;

const page = (article: string, head = HEAD) =>
  `<!doctype html><html lang="en_gb"><head>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Repairs</h1>${article}</article></main>
<footer><p>Copyright The Quay</p></footer></body></html>`;

const read = (html: string) => {
  const draft = readHtml(html);
  if (!draft.ok) throw new Error(draft.problem);
  return draft;
};
const article = (inner: string) => read(page(inner)).text;

test("paragraphs have an empty line between them and single spaces within; the title stands apart", () => {
  const text = article(
    `<p>${LONG}</p>\n<p>“It&nbsp;will\n\tshine <em>a</em>gain,”<br>she said.</p><h2>What it costs</h2><blockquote><p>We shall not spend a penny more.</p></blockquote><ul><li>First</li><li>Second</li></ul><p>${LONG}</p>`,
  );
  expect(text).toBe(
    `${LONG}\n\n“It will shine again,” she said.\n\nWhat it costs\n\nWe shall not spend a penny more.\n\nFirst\n\nSecond\n\n${LONG}\n`,
  );
});

test("the head tells title, publisher, day, address and language", () => {
  expect(read(page(`<p>${LONG}</p><p>${LONG}</p>`)).fields).toEqual({
    title: 'Repairs & "costs"',
    publisher: "The Quay",
    date: "2024-03-01",
    url: "https://quay.example/repairs",
    language: "en-GB",
  });
});

test.each([
  ["a relative address", '<link rel="canonical" href="/repairs">'],
  ["an address of another scheme", '<link rel="canonical" href="javascript:alert(1)">'],
  ["a day that is none", '<meta property="article:published_time" content="2024-02-30">'],
  ["a day in words", '<meta property="article:published_time" content="1 March 2024">'],
])("%s is left out", (_, head) => {
  const { fields } = read(
    page(`<p>${LONG}</p><p>${LONG}</p>`, `<title>Repairs of the old lighthouse</title>${head}`),
  );
  expect(fields).toEqual({ title: "Repairs of the old lighthouse", language: "en-GB" });
});

test("the address that a page is shared by stands in for a canonical one", () => {
  const head = '<link rel="canonical" href="/x"><meta property="og:url" content="https://quay.example/x">';
  expect(read(page(`<p>${LONG}</p><p>${LONG}</p>`, head)).fields.url).toBe("https://quay.example/x");
});

test("scripts, styles and what is hidden are not read, and entities are read once", () => {
  const text = article(
    `<p>${LONG}</p><script>document.write("<p>evil</p>")</script><style>p{color:evil}</style><template><p>evil</p></template>
<p style="display:none">evil, evil, evil</p><svg><text>evil</text></svg><p onclick="evil()">5 &lt; 6 &amp;lt;b&amp;gt; &#8217;tis caf&eacute; &unknown; <img src=x onerror="evil()"></p><p>${LONG}</p><script>evil`,
  );
  expect(text).not.toContain("evil");
  expect(text).toContain("5 < 6 &lt;b&gt; ’tis café &unknown;");
});

test("a page without html and body tags is read as one with them", () => {
  const { text, fields } = read(`<title>The old lighthouse is lit</title><p>${LONG}</p><p>${LONG}</p>`);
  expect(text).toContain(LONG);
  expect(fields).toEqual({ title: "The old lighthouse is lit" });
  expect(read(`<html lang="fr"><head><title>x</title></head><p>${LONG}<p>${LONG}`)).toMatchObject({
    fields: { title: "x", language: "fr" },
  });
});

test.each([
  ["nothing", ""],
  ["white space", " \n "],
  ["a frame set", "<frameset><frame src=a></frameset>"],
  ["a menu", page("<p>Home</p>").replace("Repairs</h1>", "</h1>")],
  ["a short notice", "<html><body><p>We use cookies, as everyone does. Do you agree?</p></body></html>"],
])("%s has no article", (_, html) => {
  const draft = readHtml(html);
  expect(draft.ok ? draft.text : draft.problem).toMatch(/^(?:no|the) article .*found/);
});

test.each([
  ["deep", "<div>".repeat(PAGE_LIMITS.depthMax + 1), /nested/],
  ["full", "<p>".repeat(PAGE_LIMITS.tagsMax), /too many/],
  ["full and deep", "<div>".repeat(90) + "<i></i>".repeat(PAGE_LIMITS.depthSumMax / 90), /too many/],
  ["long", "a".repeat(PAGE_LIMITS.charsMax + 1), /longer/],
  ["full of angles", "<".repeat(20_000), /./],
])("a page that is too %s is refused", (_, html, reason) => {
  const draft = readHtml(`<html><body>${html}`);
  expect(draft.ok ? "" : draft.problem).toMatch(reason);
});
