import { describe, expect, it } from "vitest";
import { localDesk } from "../../support/desk.ts";

const ASKED = { conversationId: "c-1", messageId: "c-1::1", text: "What is my balance in checking?" };

describe("a desk under load", () => {
  it("makes thirty suggestions a minute for an agent, and says when the next may be asked for", async () => {
    const { widget, clinc } = await localDesk();
    await widget.begin();
    for (let call = 0; call < 30; call += 1)
      expect((await widget.post("/api/suggestion", ASKED)).status).toBe(200);
    const { status, headers, body } = await widget.post("/api/suggestion", ASKED);
    const seconds = Number(headers.get("retry-after"));
    expect([status, body]).toEqual([429, { error: { code: "too_many", retryAfter: seconds } }]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(clinc.seen).toHaveLength(30);
    expect((await widget.post("/api/briefing", { conversationId: "c-1" })).status).toBe(200);
  });

  it("has five suggestions under way for an agent, and the sixth is refused", async () => {
    const { widget, clinc } = await localDesk({ CLINC_TIMEOUT_MS: "6000" });
    clinc.fault = () => "hangs";
    await widget.begin();
    const all = await Promise.all(Array.from({ length: 8 }, () => widget.post("/api/suggestion", ASKED)));
    expect(all.filter(({ body }) => body.status === "unavailable")).toHaveLength(5);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(3);
    clinc.fault = () => undefined;
    expect((await widget.post("/api/suggestion", ASKED)).body.status).toBe("ok");
  });

  it("limits who is not signed in by address, and leaves those alone who are", async () => {
    const { widget } = await localDesk();
    await widget.begin();
    const statuses = new Set<number>();
    for (let call = 0; call < 605; call += 1)
      statuses.add((await widget.post("/api/briefing", {}, { authorization: undefined })).status);
    expect([...statuses]).toEqual([401, 429]);
    expect((await widget.post("/api/briefing", { conversationId: "c-1" })).status).toBe(200);
    expect((await widget.begin({ token: widget.token })).status).toBe(200);
    expect((await widget.begin()).status).toBe(429);
  });
});
