import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  hashOfApiKey,
  idOfApiKey,
  isApiKeyId,
  isApiKeyName,
  newApiKey,
  scopesIn,
} from "../../src/corpus/api-key.ts";

test("a key is vb_, its id and 32 random bytes, and no two are alike", () => {
  const keys = Array.from({ length: 500 }, newApiKey);
  for (const { id, key } of keys) {
    expect(key).toMatch(/^vb_[0-9a-z]{8}_[A-Za-z0-9_-]{43}$/);
    expect(idOfApiKey(key)).toBe(id);
    expect(isApiKeyId(id)).toBe(true);
    expect(Buffer.from(key.slice(12), "base64url")).toHaveLength(32);
  }
  expect(new Set(keys.map(({ key }) => key)).size).toBe(500);
  expect(new Set(keys.map(({ id }) => id)).size).toBe(500);
});

test("ids use every character that looks like no other", () => {
  const ids = Array.from({ length: 500 }, () => newApiKey().id).join("");
  expect([...new Set(ids)].sort().join("")).toBe("0123456789abcdefghjkmnpqrstvwxyz");
});

test("what is not whole is no key", () => {
  const { key } = newApiKey();
  const others = [
    "",
    key.slice(1),
    `${key}A`,
    key.slice(0, -1),
    ` ${key}`,
    `${key}\n`,
    key.replace("vb_", "vb-"),
  ];
  for (const other of [...others, `vb_ilouilou_${"A".repeat(43)}`])
    expect(idOfApiKey(other), other).toBeNull();
});

test("a hash is the SHA-256 of the whole key", async () => {
  const { key } = newApiKey();
  expect(await hashOfApiKey(key)).toBe(createHash("sha256").update(key).digest("hex"));
});

test("scopes are some of three, in one order", () => {
  expect(scopesIn("write")).toEqual(["write"]);
  expect(scopesIn("write, read,write")).toEqual(["read", "write"]);
  expect(scopesIn("admin,read,write")).toEqual(["read", "write", "admin"]);
  for (const list of ["", ",", "write,", "root", "Write", "toString"])
    expect(scopesIn(list), list).toBeNull();
});

test("a name is one line that can be printed", () => {
  for (const name of ["Archive import", "L'été; DROP TABLE x --", "港"])
    expect(isApiKeyName(name), name).toBe(true);
  for (const name of ["", " ", "a\nb", "a\u001b[31m", "a\u202eb", "a\u2028b", "a".repeat(101)]) {
    expect(isApiKeyName(name), name).toBe(false);
  }
});
