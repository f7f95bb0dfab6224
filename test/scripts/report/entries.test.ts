import { describe, expect, it } from "vitest";
import { entriesOf } from "../../../scripts/report/read/entries.ts";
import { lineIn } from "../../../scripts/report/read/line.ts";
import { callText, turnText } from "../../fixtures/report-lines.ts";

const TURN = turnText();
const IN_CSV = TURN.replaceAll('"', '""');
const AT = "2026-09-01T10:00:00.000Z";

/** What a file comes to: for each line the kinds of ours with their times, and `cut` for a document that ends early. */
async function read(text: string, encoding: BufferEncoding = "utf8", piece = 100): Promise<string[]> {
  const bytes = Buffer.from(text, encoding);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const found: string[] = [];
  for await (const entries of entriesOf(pieces()))
    found.push(
      entries === "cut"
        ? "cut document"
        : entries
            .map(({ text, at }) => `${lineIn(text).kind} ${at ? new Date(at).toISOString() : "no time"}`)
            .join(", "),
    );
  return found;
}

describe("a log is read", () => {
  it.each([
    ["as text", `${AT} INFO ${TURN}`],
    ["as text with a date and a zone of its own", `2026-09-01 12:00:00,000 +0200 Info ${TURN}`],
    ["as text after a time in milliseconds", `1788256800000 ${TURN}`],
    ["as text with something behind it", `${AT} ${TURN} requestId=7`],
    ["as CSV", `"${AT}","Info","${IN_CSV}"`],
    ["as CSV with semicolons and a time in seconds", `1788256800;Info;"${IN_CSV}";x`],
    ["as JSON on a line", JSON.stringify({ time: 1_788_256_800_000, message: TURN })],
    ["as JSON with lists beside it", JSON.stringify({ log: `${TURN}\n`, x: [{ a: 1 }], time: AT })],
    ["as JSON behind a container's name", `bot-1 | ${JSON.stringify({ time: AT, message: TURN })}`],
  ])("%s", async (_, line) => {
    expect(await read(`${line}\n`)).toEqual([`turn ${AT}`]);
  });

  it.each([
    ["our own, a line end before and behind it", `"\n${IN_CSV}\n",Info,${AT}`],
    ["another one, with quotes in it", `${AT};"he said ""no"",\nand left";"${IN_CSV}"`],
    ["a warning of ours", `"[clinc] clinc_timeout: no answer, in time {""a"":1}\n","${AT}"`],
  ])("as CSV with a cell that goes over lines: %s", async (_, row) => {
    const kind = row.includes("timeout") ? "warning" : "turn";
    expect(await read(`a,b,c\n${row}\n${row}\n`)).toEqual(["", `${kind} ${AT}`, `${kind} ${AT}`]);
  });

  it("as CSV in which a quote was cut off, and no line beside it is lost", async () => {
    const [whole, cut] = [`"${AT}","${IN_CSV}"`, `"${AT}","${IN_CSV.slice(0, 60)}`];
    const lines = [whole, cut, whole, whole, cut, ...Array.from({ length: 20 }, () => whole)];
    expect(await read(lines.join("\n"))).toEqual(
      lines.map((line) => `${line === cut ? "cut" : "turn"} ${AT}`),
    );
  });

  it("as a JSON document, whatever its list is called and however it is indented", async () => {
    const entries = [1, 2].map(() => ({ timestamp: AT, message: TURN }));
    const both = [`turn ${AT}`, `turn ${AT}`];
    expect(await read(JSON.stringify(entries))).toEqual(both);
    expect(await read(JSON.stringify({ meta: { pages: [1] }, logs: entries }, null, 2))).toEqual(both);
  });

  it("as a JSON document that was cut, up to there", async () => {
    const whole = JSON.stringify(
      [
        { timestamp: AT, message: TURN },
        { timestamp: AT, message: TURN },
      ],
      null,
      2,
    );
    expect(await read(whole.slice(0, -60))).toEqual([`turn ${AT}`, "cut document"]);
  });

  it("as a shell of Windows wrote it", async () => {
    expect(await read(`\ufeff${AT} ${TURN}\r\n${AT} ${TURN}\r\n`, "utf16le")).toEqual([
      `turn ${AT}`,
      `turn ${AT}`,
    ]);
  });

  it.each([
    ["alone", callText()],
    ["behind a container's name", `desk-1 | ${callText()}`],
    ["in JSON", JSON.stringify({ log: callText(), stream: "stdout" })],
    ["in CSV", `"x","${callText().replaceAll('"', '""')}"`],
  ])("with the desk's lines %s", async (_, line) => {
    expect(await read(line)).toEqual(["call no time"]);
  });
});

describe("what is not a whole line of ours", () => {
  it.each([
    ["a line of others", "Server started on port 80", ""],
    ["a head of columns", "timestamp,level,message", ""],
    ["a turn that was cut", `${AT} ${TURN.slice(0, 60)}`, `cut ${AT}`],
    ["a turn that was cut before its fields", `${AT} [clinc] turn`, `cut ${AT}`],
    ["a cell that was cut", `"${AT}","Info","${IN_CSV.slice(0, 60)}`, `cut ${AT}`],
    ["a call that was cut", callText().slice(0, 70), "cut no time"],
    ["a turn without what every turn says", `${AT} [clinc] turn {"v":"1"}`, `cut ${AT}`],
    ["a warning", `${AT} WARN [clinc] clinc_timeout: Clinc did not answer in time`, `warning ${AT}`],
    ["a line that is far too long", "x".repeat(3_000_000), ""],
  ])("is known as such: %s", async (_, line, found) => {
    expect(await read(`${line}\n${TURN}\n`, "utf8", 65_536)).toEqual([found, "turn no time"]);
  });

  it("passes over blank lines, and reads an empty file", async () => {
    expect(await read(`\n \n${TURN}\n\n`)).toEqual(["turn no time"]);
    expect(await read("")).toEqual([]);
  });
});

describe("a name in a line", () => {
  it.each([
    ["a consumer's words", "my card is lost"],
    ["a number of a card", "4111111111111111"],
    ["markup", "</script><script>alert(1)</script>"],
    ["an address", "a@b.example"],
  ])("that could be %s is not repeated", (_, intent) => {
    expect(lineIn(turnText({ intent, channel: intent }))).toMatchObject({
      turn: { intent: "(not a name)", channel: "(not a name)" },
    });
  });

  it("that is very long is cut, and one of another kind is left out", () => {
    const line = lineIn(turnText({ intent: "x".repeat(5_000), integration: 7, totalMs: "soon", score: 9 }));
    const { turn } = line as Extract<typeof line, { kind: "turn" }>;
    expect(turn.intent).toHaveLength(64);
    expect([turn.integration, turn.totalMs, turn.score]).toEqual([undefined, undefined, undefined]);
  });
});
