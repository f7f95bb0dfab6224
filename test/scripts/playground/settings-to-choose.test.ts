import { describe, expect, it } from "vitest";
import { settingsToChoose } from "../../../scripts/playground/settings-to-choose.ts";
import { readSettings } from "../../../src/bot/settings.ts";
import { VARIABLES } from "../../../src/bot/variables.ts";

const settings = settingsToChoose();

describe("the settings to choose", () => {
  it("are all variables but the channel, the usual ones first", () => {
    const names = settings.map(({ name }) => name);
    expect([...names, "CHANNEL"].toSorted()).toEqual(Object.keys(VARIABLES).toSorted());
    expect(settings[0]).toMatchObject({ name: "TRANSFER_SKILL", group: "The usual ones" });
    const groups = settings.map(({ group }) => group);
    const isTogether = groups.every(
      (group, index) => groups[index - 1] === group || groups.indexOf(group) === index,
    );
    expect(isTogether, "no group is told twice").toBe(true);
  });

  it("have choices where only few values are right, each of them right", () => {
    const chosen = settings.flatMap(({ name, choices }) => (choices ? [[name, choices] as const] : []));
    expect(chosen).toEqual(
      expect.arrayContaining([
        ["AGENT_SUMMARY", ["true", "false"]],
        ["CLINC_EXTERNAL_USER", ["none", "visitor", "customer"]],
      ]),
    );
    for (const [name, choices] of chosen)
      for (const choice of choices) expect(readSettings({ [name]: choice }).complaints).toEqual([]);
  });
});
