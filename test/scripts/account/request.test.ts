import { describe, expect, it } from "vitest";
import { LIMITS, request } from "../../../scripts/account/request.ts";
import { serve } from "../../support/loopback-server.ts";

/** One request to a server of its own, which sends this. */
async function answered(sent: string, limits = LIMITS) {
  const address = await serve((_, response) => response.end(sent));
  const url = new URL("/lambdas?userId=4711", address);
  return { url, answer: request(url, {}, limits) };
}

describe("an answer", () => {
  it("is whole, although its pieces end within characters", async () => {
    const sent = "€".repeat(100_000);
    const { answer } = await answered(sent);
    expect((await answer).text === sent).toBe(true);
  });

  it("may be as long as the limit, counted in bytes", async () => {
    const { answer } = await answered("€€", { ...LIMITS, bytes: 6 });
    expect(await answer).toEqual({ status: 200, text: "€€" });
  });

  it("is given up beyond, and the address is named without its query", async () => {
    const { url, answer } = await answered("x".repeat(20_001), { ...LIMITS, bytes: 20_000 });
    await expect(answer).rejects.toThrow(
      `${url.origin}/lambdas did not end its answer within 0.02 MB; look in LivePerson Functions at what has been done, and try again`,
    );
  });
});
