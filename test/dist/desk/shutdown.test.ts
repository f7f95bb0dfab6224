import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { pause } from "../../../src/runtime/deadline.ts";
import { holdAnswers } from "../../support/clinc.ts";
import { auditOf, localDesk } from "../../support/desk.ts";

const ASKED = { conversationId: "c-1", messageId: "c-1::1", text: "What is my balance in checking?" };

describe("SIGTERM under load", () => {
  it("lets what is under way finish, takes nothing more, and ends with 0", async () => {
    const { widget, desk, clinc } = await localDesk();
    const letGo = holdAnswers(clinc);
    await widget.begin();
    const underWay = Array.from({ length: 5 }, () => widget.post("/api/suggestion", ASKED));
    await vi.waitFor(() => expect(clinc.seen).toHaveLength(5), { timeout: 5_000 });
    const ended = desk.end();
    await pause(100);
    await expect(fetch(`${desk.address}/healthz`)).rejects.toThrow();
    letGo();
    const answers = await Promise.all(underWay);
    expect(answers.map(({ status, body }) => [status, body.status])).toEqual(
      Array.from({ length: 5 }, () => [200, "ok"]),
    );
    expect(await ended).toBe(0);
    expect(auditOf(desk).filter(({ op }) => op === "suggestion")).toHaveLength(5);
  });

  it("does not wait for ever for who has sent half a request", async () => {
    const { desk } = await localDesk();
    const half = connect(Number(new URL(desk.address).port), "127.0.0.1");
    half.on("error", () => {});
    const { host } = new URL(desk.address);
    half.write(
      `POST /api/session HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${desk.address}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{`,
    );
    await pause(200);
    const start = Date.now();
    expect(await desk.end()).toBe(0);
    const took = Date.now() - start;
    expect(took, "some time for the rest").toBeGreaterThan(10_000);
    expect(took).toBeLessThan(20_000);
  });

  it("ends an idle desk at once, whatever connections are open in advance", async () => {
    const { desk, widget } = await localDesk();
    await widget.begin();
    const unused = connect(Number(new URL(desk.address).port), "127.0.0.1");
    await once(unused, "connect");
    const start = Date.now();
    expect(await desk.end()).toBe(0);
    expect(Date.now() - start).toBeLessThan(2_000);
  });
});
