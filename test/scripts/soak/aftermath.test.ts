import { describe, expect, it } from "vitest";
import { Chance } from "../../../scripts/kit/chance.ts";
import { countForgotten } from "../../../scripts/soak/aftermath.ts";
import { UnreliableClinc } from "../../../scripts/soak/clinc.ts";
import { Tally } from "../../../scripts/soak/tally.ts";
import { parseEvent } from "../../../src/liveperson/consumer-turn.ts";
import { replySaying } from "../../support/reply.ts";

describe("the count of conversations that are idle but busy", () => {
  /** An instance that answers a message once, as long as its conversation is among those that it has room for. */
  function instanceWithRoomFor(places: number, clinc: UnreliableClinc) {
    const kept: string[] = [];
    return async (input: unknown) => {
      const { conversationId, said } = parseEvent(input);
      const query = said.kind === "words" ? said.words : "";
      if (!kept.includes(conversationId))
        await clinc.respond({
          method: "POST",
          url: "",
          headers: {},
          body: JSON.stringify({ query, dialog_seed: conversationId }),
        });
      kept.splice(
        0,
        kept.length,
        ...[...kept.filter((id) => id !== conversationId), conversationId].slice(-places),
      );
      return { result: replySaying("Yes."), logs: [], milliseconds: 5 };
    };
  }

  it.each([
    [1_000, 0],
    [999, 0],
    [998, 1],
    [900, 99],
  ])("is, of an instance with room for %i new ones, %i", async (places, forgotten) => {
    const chance = new Chance(5);
    const clinc = new UnreliableClinc(chance);
    const tally = new Tally(2_500);
    await countForgotten({ invoke: instanceWithRoomFor(places, clinc), clinc, tally, chance });
    expect(tally.wrongs["idle but busy"]).toBe(forgotten);
  });
});
