import { describe, expect, it } from "vitest";
import { mask } from "../../src/record/mask.ts";

describe("masking for the agent", () => {
  it.each([
    ["my card 4111 1111 1111 1111", "my card ••••1111"],
    ["4111-1111-1111-1111", "••••1111"],
    ["4111.1111.1111.1111", "••••1111"],
    ["4111, 1111, 1111, 1111", "••••1111"],
    ["4111111111111111", "••••1111"],
    ["４１１１１１１１１１１１１１１１", "••••１１１１"],
    ["DE89 3704 0044 0532 0130 00", "••••3000"],
    ["de89370400440532013000", "••••3000"],
    ["account 123456", "account ••••56"],
    ["account 12345678", "account ••••5678"],
    ["call +1 (555) 010-0199 now", "call ••••0199 now"],
    ["write to jane.doe@bank.example please", "write to [e-mail] please"],
    ["12,345,678,90", "••••7890"],
    ["12_34_56_78_90", "••••7890"],
    ["1234, 5678, 9012", "••••9012"],
    ["john.doe @ bank.example", "[e-mail]"],
    ["born 1980-02-03", "born ••••0203"],
  ])("%s → %s", (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each(["Everyday Checking", "$1250.40", "$1,250.40", "12345", "50 dollars", "3 of 4"])(
    "leaves %s alone",
    (text) => {
      expect(mask(text)).toBe(text);
    },
  );
});
