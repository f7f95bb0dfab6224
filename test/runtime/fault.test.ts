import { describe, expect, it } from "vitest";
import { errorCode, Fault, faultOf, told } from "../../src/runtime/fault.ts";

describe("a fault", () => {
  it("says whose it is, why, and what to do next", () => {
    const fault = new Fault("settings", "secret_missing", "create the secret");
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({
      name: "Fault",
      responsible: "settings",
      reason: "secret_missing",
      message: "secret_missing: create the secret",
    });
    expect(fault.cause).toBeUndefined();
  });

  it("keeps only name, code and status of what caused it", () => {
    const library = Object.assign(new TypeError("POST https://api.clinc.example with App-Key s3cr3t"), {
      code: "ECONNRESET",
      config: { headers: { Authorization: "App-Key s3cr3t" } },
    });
    const fault = new Fault("network", "clinc_unreachable", "check it", { cause: library, status: 502 });
    expect(fault.cause).toEqual({ name: "TypeError", code: "ECONNRESET", status: 502 });
    expect(`${JSON.stringify(fault)} ${fault.stack}`).not.toContain("s3cr3t");
  });

  it("takes no text for a name or a code", () => {
    const cause = { name: "my card is 4111", code: "the key is s3cr3t" };
    expect(new Fault("clinc", "x", "y", { cause }).cause).toEqual({ name: "Error" });
    expect(new Fault("clinc", "x", "y", { cause: "text" }).cause).toBeUndefined();
  });

  it("takes no name or code that is longer than such are", () => {
    const longest = "x".repeat(60);
    expect(new Fault("clinc", "x", "y", { cause: { name: longest, code: longest } }).cause).toEqual({
      name: longest,
      code: longest,
    });
    const tooLong = `${longest}x`;
    expect(new Fault("clinc", "x", "y", { cause: { name: tooLong, code: tooLong } }).cause).toEqual({
      name: "Error",
    });
  });
});

describe("what was thrown", () => {
  it("is the fault that it is, or else one of ours, with nothing of its text", () => {
    const fault = new Fault("clinc", "x", "y");
    expect(faultOf(fault)).toBe(fault);
    for (const thrown of [new TypeError("secret-0815"), "secret-0815", undefined]) {
      const ours = faultOf(thrown);
      expect(ours).toMatchObject({ responsible: "contract", reason: "internal_error" });
      expect(JSON.stringify(ours) + told(ours)).not.toContain("0815");
    }
  });

  it("is told to the operator on one line, with its cause where there is one", () => {
    expect(told(new Fault("clinc", "x", "y"))).toBe("x: y");
    expect(told(new Fault("clinc", "x", "y", { status: 500 }))).toBe(
      'x: y {"name":"HttpStatus","status":500}',
    );
  });
});

describe("the code of an error", () => {
  it("is found where fetch and request-promise wrap it", () => {
    const socket = { code: "ECONNREFUSED" };
    expect(errorCode({ cause: socket })).toBe("ECONNREFUSED");
    expect(errorCode({ name: "RequestError", error: socket })).toBe("ECONNREFUSED");
    expect(errorCode({ cause: { cause: socket } })).toBe("ECONNREFUSED");
    expect(errorCode(undefined)).toBe("");
  });

  it("ends the search in a circle", () => {
    const circle: Record<string, unknown> = {};
    circle.cause = circle;
    expect(errorCode(circle)).toBe("");
  });
});
