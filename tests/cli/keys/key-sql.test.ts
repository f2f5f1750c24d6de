import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { insertSql, listSql, revokeSql } from "../../../src/cli/keys/key-sql.ts";
import { API_KEYS_TABLE } from "./api-keys-table.ts";

const ROW = {
  id: "3kq7m2xd",
  name: "Archive import",
  hash: "0f".repeat(32),
  scopes: ["read", "write"],
  createdAt: "2026-11-24T10:00:00.000Z",
} as const;

function database() {
  const db = new DatabaseSync(":memory:");
  db.exec(API_KEYS_TABLE);
  return db;
}

test.each(["Archive import", "L'été", "'); DROP TABLE api_keys; --", "''", "\\'", '"', "港 %s ?1 :name $x"])(
  "a key is stored under the very name %s",
  (name) => {
    const db = database();
    db.exec(insertSql({ ...ROW, name }));
    expect(db.prepare("SELECT * FROM api_keys").all()).toEqual([
      {
        id: ROW.id,
        name,
        hash: ROW.hash,
        scopes: "read,write",
        created_at: ROW.createdAt,
        revoked_at: null,
      },
    ]);
  },
);

test("the list has no hashes and begins with the newest", () => {
  const db = database();
  db.exec(insertSql(ROW));
  db.exec(
    insertSql({ ...ROW, id: "00000000", hash: "aa".repeat(32), createdAt: "2026-11-25T10:00:00.000Z" }),
  );
  const rows = db.prepare(listSql()).all();
  expect(rows.map(({ id }) => id)).toEqual(["00000000", ROW.id]);
  expect(Object.keys(rows[0] ?? {})).toEqual(["id", "name", "scopes", "created_at", "revoked_at"]);
});

test("a key is revoked once, and no other with it", () => {
  const db = database();
  db.exec(insertSql(ROW));
  db.exec(insertSql({ ...ROW, id: "00000000", hash: "aa".repeat(32) }));
  const revoke = (at: string) => db.prepare(revokeSql(ROW.id, at)).all();
  expect(revoke("2026-11-26T10:00:00.000Z")).toEqual([{ id: ROW.id, name: ROW.name }]);
  expect(revoke("2026-11-27T10:00:00.000Z")).toEqual([]);
  expect(db.prepare("SELECT id, revoked_at FROM api_keys ORDER BY id").all()).toEqual([
    { id: "00000000", revoked_at: null },
    { id: ROW.id, revoked_at: "2026-11-26T10:00:00.000Z" },
  ]);
});

test("a statement is made of nothing that was not looked at", () => {
  expect(() => insertSql({ ...ROW, id: "' OR 1=1" })).toThrow(RangeError);
  expect(() => insertSql({ ...ROW, name: "a\nb" })).toThrow(RangeError);
  expect(() => insertSql({ ...ROW, hash: "'" })).toThrow(RangeError);
  expect(() => revokeSql("' OR 1=1", "now")).toThrow(RangeError);
});
