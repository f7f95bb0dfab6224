import { describe, expect, it } from "vitest";
import { clincQuery, leftOut } from "../../src/clinc/query.ts";

const access = {
  endpoint: "https://api.clinc.example/v1/query",
  appKey: "k",
  aiVersion: "00000000-0000-4000-8000-000000000101",
  contextKey: "",
};
const about = { conversationId: "7e1f2c64", externalUserId: "", device: "liveperson", language: "es" };

describe("a query", () => {
  it("carries the consumer's words and language, the device, the AI version and the conversation as seed", () => {
    expect(clincQuery({ ...about, words: "¿Cuál es mi saldo?" }, access)).toEqual({
      query: "¿Cuál es mi saldo?",
      language: "es",
      device: "liveperson",
      dialog_seed: "7e1f2c64",
      ai_version: "00000000-0000-4000-8000-000000000101",
    });
  });

  it("leaves the AI version to Clinc when there is none", () => {
    const question = { ...about, words: "hi" };
    expect(clincQuery(question, { ...access, aiVersion: "" })).not.toHaveProperty("ai_version");
  });

  it("names the person only with an id that Clinc takes whole", () => {
    const withId = (externalUserId: string) =>
      clincQuery({ ...about, words: "hi", externalUserId }, access).external_user_id;
    expect(withId("c-1001")).toBe("c-1001");
    expect(withId("x".repeat(64))).toBe("x".repeat(64));
    expect(withId("x".repeat(65))).toBeUndefined();
    expect(withId("Zoë")).toBeUndefined();
  });

  it("carries a location and what business logic may know, and neither where there is none", () => {
    const context = { channel: "web", "auth.customerInfo.tier": 3 };
    const asked = clincQuery(
      { ...about, words: "nearest branch", location: { lat: 0, lon: -83.74 }, context },
      access,
    );
    expect(asked).toMatchObject({ lat: 0, lon: -83.74, liveperson: context });
    const bare = clincQuery({ ...about, words: "hi", location: undefined, context: undefined }, access);
    expect(Object.keys(bare)).toEqual(["query", "language", "device", "dialog_seed", "ai_version"]);
  });

  it("says that it leaves out such an id, and never which", () => {
    const remarksOn = (externalUserId: string) =>
      leftOut({ words: "hi", conversationId: "c", externalUserId, device: "liveperson", language: "en" });
    for (const taken of ["", "c-1001", "x".repeat(64)]) expect(remarksOn(taken)).toEqual([]);
    for (const refused of ["x".repeat(65), "Zoë", "a\tb"]) {
      const [remark = "", ...more] = remarksOn(refused);
      expect(remark).toContain("CLINC_EXTERNAL_USER");
      expect(remark).not.toContain(refused);
      expect(more).toEqual([]);
    }
  });
});
