import { describe, expect, it } from "vitest";
import { readNative } from "../../../src/answer/authored/native.ts";

function read(entry: Record<string, unknown>) {
  const remarks: string[] = [];
  const [block, ...others] = readNative(entry, (field, what) => remarks.push(`${field}: ${what}`));
  expect(others).toEqual([]);
  return { content: block?.kind === "native" ? block.content : undefined, remarks };
}

const opens = (uri: string) => ({
  type: "button",
  title: "Terms",
  click: {
    actions: [{ type: "link", uri, ios: { uri } }],
    metadata: [{ type: "ExternalId", id: "a", url: "a b" }],
  },
});
const card = (uri: string, url: string) => ({
  type: "vertical",
  elements: [{ type: "image", url }, opens(uri)],
});

describe("native content", () => {
  it("leaves as it came, the very same object, when its addresses are ones", () => {
    const structuredContent = card("tel:+1-734-555-0100", "https://img.bank.example/karte-für-dich.png");
    expect(read({ structuredContent }).content).toBe(structuredContent);
  });

  it("has its addresses written as LivePerson takes them where it would refuse them", () => {
    const structuredContent = card("https://bank.example/my terms/ä", "https://img.bank.example/my card.png");
    expect(read({ structuredContent })).toEqual({
      content: card("https://bank.example/my%20terms/%C3%A4", "https://img.bank.example/my%20card.png"),
      remarks: [],
    });
    expect(read({ structuredContent: card("tel:+1 (734) 555-0100", "x") }).content).toEqual(
      card("tel:+17345550100", "x"),
    );
  });

  it("keeps the blanks of everything else", () => {
    const structuredContent = { type: "text", text: "uri url", alt: "my card", url: 7, uri: null };
    expect(read({ structuredContent }).content).toBe(structuredContent);
  });

  it("is an object or JSON of one, else it is named; without the key there is none", () => {
    expect(read({ structuredContent: '{"type":"text","text":"hi"}' }).content).toEqual({
      type: "text",
      text: "hi",
    });
    for (const structuredContent of [null, "hi", [], "[]", 7])
      expect(read({ structuredContent })).toEqual({
        content: undefined,
        remarks: [".structuredContent: neither an object nor JSON of one"],
      });
    expect(read({ text: "hi" })).toEqual({ content: undefined, remarks: [] });
  });
});
