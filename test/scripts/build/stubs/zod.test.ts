import { join } from "node:path";
import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as real from "zod/mini";
import { ZOD_STUBS } from "../../../../scripts/build/stubs/zod.ts";
import { trimLibraries } from "../../../../scripts/build/trim-libraries.ts";
import * as realReading from "../../../../src/runtime/tolerant.ts";
import * as realVariables from "../../../../src/runtime/variables.ts";

const root = join(import.meta.dirname, "../../../..");

/** Our two files of schemas on the zod that is in the function. */
const trimmed: { z: typeof real; reading: typeof realReading; variables: typeof realVariables } =
  await bundled(`
    export * as z from "zod/mini";
    export * as reading from "./src/runtime/tolerant.ts";
    export * as variables from "./src/runtime/variables.ts";`);

async function bundled(contents: string) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    target: "node12",
    logLevel: "error",
    plugins: [trimLibraries(ZOD_STUBS)],
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
}

const whole = { z: real, reading: realReading, variables: realVariables };

/** A payload's schema with each kind of field there is. */
function payloadSchema({ record, list, text, number, flag, anything }: typeof realReading) {
  return record({
    text,
    number,
    flag,
    anything,
    record: record({ text, list: list(record({ number })) }),
    list: list(list(text)),
  });
}

/** A schema of each kind of variable. */
function variableSchemas({ kind, ...kinds }: typeof realVariables) {
  return {
    sentence: kinds.sentence,
    message: kinds.message,
    yesOrNo: kinds.yesOrNo,
    names: kinds.names,
    matching: kinds.matching(/^a+$/, "a word of a"),
    wholeNumber: kinds.wholeNumber(1, 10),
    oneOf: kinds.oneOf(["web", "chat"]),
    pairs: kind(kinds.pairs, "pairs"),
  };
}

/** What zod says of a value: the value read, or the issues of it. */
function said({ z }: typeof whole, schema: real.ZodMiniType, value: unknown) {
  const { success, data, error } = z.safeParse(schema, value);
  return { success, data, issues: error?.issues };
}

const payload = fc.oneof(
  fc.anything(),
  fc.record(
    {
      text: fc.anything(),
      number: fc.oneof(fc.anything(), fc.double(), fc.integer().map(String)),
      flag: fc.constantFrom(true, "true", " False ", 1),
      anything: fc.anything(),
      record: fc.record({ text: fc.string(), list: fc.array(fc.anything()) }),
      list: fc.array(fc.array(fc.string())),
    },
    { requiredKeys: [] },
  ),
);

const written = fc.oneof(
  fc.string(),
  fc.constantFrom("true", "false", "none", "a, b", "aaa", "7", "11", "web", "a=b, c=d", "a=b, a=c", "a\\nb"),
);

describe("the zod that is in the function", () => {
  it("reads a payload as the whole zod does", () => {
    const [ours, theirs] = [trimmed, whole].map((zod) => ({ zod, schema: payloadSchema(zod.reading) }));
    fc.assert(
      fc.property(payload, (value) => {
        expect(ours && said(ours.zod, ours.schema, value)).toEqual(
          theirs && said(theirs.zod, theirs.schema, value),
        );
      }),
    );
  });

  const kinds = Object.keys(variableSchemas(realVariables)) as (keyof ReturnType<typeof variableSchemas>)[];

  it.each(kinds)("reads a variable, or finds the same issues in it, as the whole zod does: %s", (name) => {
    const ours = variableSchemas(trimmed.variables)[name];
    const theirs = variableSchemas(realVariables)[name];
    fc.assert(
      fc.property(written, (text) => {
        expect(said(trimmed, ours, text)).toEqual(said(whole, theirs, text));
      }),
    );
  });

  it("gives the complaint about a wrong variable, and no value", () => {
    const complaints: string[] = [];
    const variable = trimmed.variables.variable("3", trimmed.variables.wholeNumber(1, 10));
    expect(trimmed.variables.givenValue({ LIMIT: "11" }, "LIMIT", variable, complaints)).toBeUndefined();
    expect(complaints).toEqual(["LIMIT must be a whole number from 1 to 10; the default is used"]);
  });

  it("fails loudly where a transform is asynchronous, as the whole zod does", () => {
    for (const { z } of [trimmed, whole])
      expect(() =>
        z.safeParse(
          z.transform(async () => 1),
          1,
        ),
      ).toThrow();
  });
});
