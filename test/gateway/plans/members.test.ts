import { expect, test } from "vitest";
import { membersReader } from "../../../gateway/plans/membersReader.ts";
import { objectMaker } from "../../../gateway/plans/objectMaker.ts";

/** Names that mean something in JavaScript, in JSON, or at the end of a literal. */
const names = [
  "a",
  "__proto__",
  "constructor",
  "toString",
  '"',
  "\\",
  "`",
  "$",
  "\u2028",
  "] }; throw 1; //",
  "1",
  "0",
];
const values = names.map((_, at) => `value ${at}`);

test("An object has the members that it is made of, whatever their names, and its prototype is that of any other", () => {
  const made = objectMaker(names)(values);
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  expect(new Map(Object.entries(made))).toEqual(new Map(names.map((name, at) => [name, values[at]])));
});

test("Members are read by any name, from the object itself alone", () => {
  const source = JSON.parse(`{${names.map((name, at) => `${JSON.stringify(name)}:"value ${at}"`).join()}}`);
  expect(membersReader(names)(source)).toEqual(values);
  expect(membersReader(names)({})).toEqual(names.map(() => null));
});
