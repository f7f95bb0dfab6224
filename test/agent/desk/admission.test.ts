import { describe, expect, it } from "vitest";
import { isAdmitted } from "../../../src/agent/desk/admission.ts";
import { allowed } from "../../../src/agent/desk/kinds.ts";

const may = (claims: Record<string, unknown>, setting: string) => isAdmitted(claims, allowed(setting) ?? []);

describe("who may use the desk", () => {
  it("is whoever has all of the claims, and of each one of its values", () => {
    const setting = "department=cards, groups=agents, groups=leads";
    expect(may({ department: "cards", groups: ["leads"] }, setting)).toBe(true);
    expect(may({ department: "cards", groups: "agents" }, setting)).toBe(true);
    expect(may({ department: "cards" }, setting)).toBe(false);
    expect(may({ department: "loans", groups: ["leads"] }, setting)).toBe(false);
    expect(may({ groups: ["agents"] }, setting)).toBe(false);
  });

  it("is told by claims inside of others, and by those with a dot in their name", () => {
    expect(may({ realm_access: { roles: ["agent"] } }, "realm_access.roles=agent")).toBe(true);
    expect(may({ "https://bank.example/role": "agent" }, "https://bank.example/role=agent")).toBe(true);
  });

  it("compares numbers and booleans as they are written, and nothing else", () => {
    expect(may({ level: 3, verified: true }, "level=3, verified=true")).toBe(true);
    for (const value of [
      undefined,
      null,
      {},
      { toString: () => "agent" },
      ["a", ["agent"]],
      "Agent",
      "agents",
    ])
      expect(may({ role: value }, "role=agent")).toBe(false);
    expect(may({}, "constructor.name=Object")).toBe(false);
    expect(may({}, "undefined=undefined")).toBe(false);
  });

  it("is everybody only with a star", () => {
    expect(may({}, "*")).toBe(true);
    for (const setting of ["", "agents", "groups=", "=agents", "groups=a, *"])
      expect(allowed(setting)).toBe(undefined);
  });
});
