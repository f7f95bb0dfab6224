import { describe, expect, it } from "vitest";
import { checkBody } from "../../src/liveperson/catalogue.ts";
import { tidied } from "../../src/liveperson/tidied.ts";

const WEB = { elements: 50, schemes: "" };

describe("content as templates leave it", () => {
  it("loses `null` wherever there was nothing to fill in, and is taken then", () => {
    const body = {
      type: "vertical",
      border: null,
      elements: [
        { type: "text", text: "Branch in Leeds", tooltip: null, style: { bold: true, size: null } },
        null,
        {
          type: "button",
          title: "Terms",
          click: { actions: [{ type: "link", uri: "https://bank.example", name: null }, null] },
        },
      ],
    };
    expect(checkBody(body, WEB)).toEqual(expect.any(String));
    expect(checkBody(tidied(body), WEB)).toBeUndefined();
    expect(JSON.stringify(tidied(body))).not.toContain("null");
  });

  it("has numbers where it had texts of them, and is taken then", () => {
    const way = { type: "navigate", la: "53.8", lo: " -1.55 " };
    const body = {
      type: "carousel",
      padding: "10",
      elements: [
        { type: "map", la: "53.8", lo: "-1.55" },
        { type: "button", title: "The way", click: { actions: [way] } },
      ],
    };
    expect(checkBody(body, WEB)).toEqual(expect.any(String));
    expect(checkBody(tidied(body), WEB)).toBeUndefined();
    expect(tidied(body)).toMatchObject({ padding: 10, elements: [{ la: 53.8, lo: -1.55 }, {}] });
    expect(tidied({ quickReplies: { itemsPerRow: "8" } })).toEqual({ quickReplies: { itemsPerRow: 8 } });
  });

  it("keeps what is no number, and every other text of digits", () => {
    for (const same of [
      { type: "map", la: "north", lo: "" },
      { type: "text", text: "8", tooltip: "10" },
    ])
      expect(tidied(same)).toBe(same);
  });

  it("keeps metadata as it is: there `null` may mean something", () => {
    const button = {
      type: "button",
      title: "x",
      click: { actions: [], metadata: [{ id: null, la: "1" }, null] },
    };
    expect(tidied(button)).toBe(button);
  });

  it("that is in order stays the very same object", () => {
    const body = { type: "vertical", elements: [{ type: "map", la: 53.8, lo: -1.55 }] };
    expect(tidied(body)).toBe(body);
  });
});
