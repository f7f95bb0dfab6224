import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { freePort } from "../../../scripts/kit/loopback.ts";
import { auditOf, startDesk } from "../../support/desk.ts";
import { serve } from "../../support/loopback-server.ts";
import { browserAt, deskOfBank, signedInWidget } from "../../support/signed-in.ts";

/** Hands each request to the next one in turn, as a load balancer without stickiness does. */
function switchTo(targets: () => string[]): Promise<string> {
  let turn = 0;
  return serve((incoming, outgoing) => {
    const all = targets();
    const { hostname, port } = new URL(all[turn++ % all.length] ?? "");
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(passed);
  });
}

describe("two desks behind a switch", () => {
  it("sign in, brief, suggest and take feedback as one, whichever gets the next call", async () => {
    const addresses: string[] = [];
    const publicUrl = await switchTo(() => addresses);
    const first = await deskOfBank({ DESK_PUBLIC_URL: publicUrl });
    const { environment, provider } = first;
    provider.state.redirectUri = `${publicUrl}/callback`;
    const second = await startDesk({ ...environment, PORT: String(await freePort()) });
    addresses.push(first.desk.address, second.address);

    const { widget } = await signedInWidget({ publicUrl, browser: browserAt(publicUrl) });
    const asked = { conversationId: "c-1", messageId: "m", text: "What is my balance in checking?" };
    for (let call = 0; call < 4; call += 1) {
      const { body } = await widget.post("/api/suggestion", asked);
      expect(body.status).toBe("ok");
      const feedback = { conversationId: "c-1", suggestionId: body.id, event: "used" };
      expect((await widget.post("/api/feedback", feedback)).status).toBe(204);
      expect((await widget.post("/api/briefing", { conversationId: "c-1" })).body.status).toBe("none");
      expect((await widget.begin({ token: widget.token })).status).toBe(200);
    }
    for (const desk of [first.desk, second]) expect(auditOf(desk).length).toBeGreaterThan(5);
  });
});
