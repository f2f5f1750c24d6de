import { type Description, type Entry, type Parameter, resolved, type Schema } from "./description.ts";

/** Where `npm run dev` serves, so that what is shown can be tried as it stands. */
const ORIGIN = "http://localhost:8787";

/** A piece of a shell's word: text as it is, or the name of a variable that the reader has to set. */
type Piece = string | { variable: string };

/**
 * A command for a shell that calls the operation: its required parameters and those with an
 * example, its body's example, its key as `$KEY` where it never does without. A parameter that
 * is required and has no example stands as a variable.
 */
export function curlOf({ method, path, operation }: Entry, description: Description): string {
  const shown = (operation.parameters ?? []).filter((one) => one.required || one.example !== undefined);
  const query = shown.filter((one) => one.in === "query");
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const body = media && JSON.stringify(media.example ?? sampleOf(media.schema, description), null, 2);
  // Without a body curl can encode the query itself, which leaves it readable.
  const encodes = body === undefined && query.length > 0;
  const implied = body === undefined ? "GET" : "POST";
  return [
    [
      `curl -s${encodes ? "G" : ""}`,
      method === implied ? "" : `-X ${method}`,
      wordOf(addressOf(path, shown, !encodes)),
    ]
      .filter((part) => part !== "")
      .join(" "),
    ...(alwaysKeyed(operation.security ?? description.security ?? [])
      ? [header("Authorization", ["Bearer ", { variable: "KEY" }])]
      : []),
    ...shown.filter((one) => one.in === "header").map((one) => header(one.name, [shownFor(one)])),
    ...(encodes ? query.map((one) => `--data-urlencode ${wordOf([`${one.name}=`, shownFor(one)])}`) : []),
    ...(type === undefined || body === undefined
      ? []
      : [header("Content-Type", [type]), `-d ${wordOf([body])}`]),
  ].join(" \\\n  ");
}

/** Whether every way in asks for a key. */
function alwaysKeyed(security: readonly object[]): boolean {
  return security.length > 0 && security.every((way) => Object.keys(way).length > 0);
}

function header(name: string, value: Piece[]): string {
  return `-H ${wordOf([`${name}: `, ...value])}`;
}

function addressOf(path: string, shown: readonly Parameter[], withQuery: boolean): Piece[] {
  const pieces = path.split(/\{([^}]+)\}/).map((part, at): Piece => {
    if (at % 2 === 0) return part;
    const given = shown.find((one) => one.in === "path" && one.name === part);
    return encoded(given ? shownFor(given) : { variable: variableOf(part) });
  });
  const query = withQuery ? shown.filter((one) => one.in === "query") : [];
  const pairs = query.flatMap((one, at): Piece[] => [
    `${at === 0 ? "?" : "&"}${encodeURIComponent(one.name)}=`,
    // In a query a slash may stay as it is (RFC 3986, 3.4), which leaves a JSON pointer readable.
    encoded(shownFor(one), "/"),
  ]);
  return [ORIGIN, ...pieces, ...pairs];
}

function encoded(piece: Piece, slash = "%2F"): Piece {
  return typeof piece === "string" ? encodeURIComponent(piece).replaceAll("%2F", slash) : piece;
}

function shownFor({ name, example, schema }: Parameter): Piece {
  const value = example ?? schema.default ?? schema.enum?.[0] ?? schema.const;
  return value === undefined ? { variable: variableOf(name) } : String(value);
}

function variableOf(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^(?=\d)/, "_");
}

/** One word of a POSIX shell: bare where it may be, else quoted so that only the variables are read. */
function wordOf(pieces: readonly Piece[]): string {
  if (pieces.some((piece) => typeof piece !== "string")) {
    const inner = pieces.map((piece) =>
      typeof piece === "string" ? piece.replace(/["$`\\]/g, "\\$&") : `$${piece.variable}`,
    );
    return `"${inner.join("")}"`;
  }
  const text = pieces.join("");
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A value that a schema might allow, for a body that has no example. Where a schema holds itself, null. */
export function sampleOf(schema: Schema, description: Description, within: readonly Schema[] = []): unknown {
  const found = resolved(schema, description);
  if (found === null || within.includes(found)) return null;
  const { enum: values, const: only, default: usual, items, properties = {}, required = [] } = found;
  const known = only ?? usual ?? values?.[0];
  if (known !== undefined) return known;
  const inner = (one: Schema) => sampleOf(one, description, [...within, found]);
  const [choice] = found.anyOf ?? found.oneOf ?? found.allOf ?? [];
  if (choice && found.properties === undefined) return inner(choice);
  switch ([found.type ?? "object"].flat()[0]) {
    case "object":
      return Object.fromEntries(required.map((name) => [name, inner(properties[name] ?? {})]));
    case "array":
      return items === undefined ? [] : [inner(items)];
    case "string":
      return "…";
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return found.minimum ?? 0;
  }
}
