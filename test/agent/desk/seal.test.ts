import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type Kind, sealWith } from "../../../src/agent/desk/seal.ts";

const KINDS: Kind[] = ["sign-in", "code", "agent", "suggestion"];
const shape = z.object({ agent: z.string() });
const keyOf = (seed: string) => new Uint8Array(Buffer.alloc(32, seed));
const seal = sealWith(keyOf("one"), "https://desk.bank.example");

describe("a seal", () => {
  it("opens what it has sealed, as the same kind alone", async () => {
    for (const kind of KINDS) {
      const sealed = await seal.seal(kind, { agent: "agent-1" }, 60);
      for (const other of KINDS)
        expect(await seal.open(other, shape, sealed)).toEqual(
          kind === other ? { agent: "agent-1" } : undefined,
        );
    }
  });

  it("opens nothing of another key or desk, nothing late, and nothing of another shape", async () => {
    const sealed = await seal.seal("agent", { agent: "agent-1" }, 60);
    expect(await sealWith(keyOf("two"), "https://desk.bank.example").open("agent", shape, sealed)).toBe(
      undefined,
    );
    expect(await sealWith(keyOf("one"), "https://other.bank.example").open("agent", shape, sealed)).toBe(
      undefined,
    );
    expect(await seal.open("agent", shape, await seal.seal("agent", { agent: "agent-1" }, -1))).toBe(
      undefined,
    );
    expect(await seal.open("agent", shape, await seal.seal("agent", { agent: 1 }, 60))).toBe(undefined);
  });

  it("shows nothing of what is in it, and never looks the same twice", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => seal.seal("code", { agent: "agent-1" }, 60)));
    expect(one).not.toBe(two);
    const readable = (one ?? "").split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    expect(readable.join()).not.toContain("agent-1");
  });

  it("opens nothing that was changed, wherever", async () => {
    const sealed = await seal.seal("agent", { agent: "agent-1" }, 60);
    const place = fc.nat({ max: sealed.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom("A", "b", "0", "-", ".", "é"), async (at, sign) => {
        const changed = sealed.slice(0, at) + sign + sealed.slice(at + 1);
        const same = (text: string) =>
          text.split(".").map((part) => Buffer.from(part, "base64url").toString("hex"));
        fc.pre(String(same(changed)) !== String(same(sealed)));
        expect(await seal.open("agent", shape, changed)).toBe(undefined);
      }),
    );
    for (const text of ["", "....", "eyJhbGciOiJub25lIn0..", "x".repeat(10_000)])
      expect(await seal.open("agent", shape, text)).toBe(undefined);
  });
});
