import { describe, expect, it } from "vitest";
import { UsageError } from "../../../scripts/kit/command.ts";
import { filesIn, pathFromTop } from "../../../scripts/mutate/files.ts";

describe("the code of a folder of src", () => {
  it("is all of its files, those of its folders too, but no document", () => {
    expect(filesIn("answer")).toEqual(
      expect.arrayContaining(["src/answer/answer.ts", "src/answer/authored/authored.ts"]),
    );
    expect(filesIn("answer").filter((file) => !/^src\/answer\/.*\.ts$/.test(file))).toEqual([]);
  });

  it.each(["bot/decide", "src/bot/decide", "./src/bot/decide", "src/bot/decide/"])(
    "may be named %s",
    (name) => {
      expect(filesIn(name)).toEqual(filesIn("bot/decide"));
      expect(filesIn(name)).toContain("src/bot/decide/conclude.ts");
    },
  );

  it("may be one file, or all", () => {
    expect(filesIn("src/clinc/ask.ts")).toEqual(["src/clinc/ask.ts"]);
    expect(filesIn("src")).toEqual(expect.arrayContaining(filesIn("clinc")));
  });

  it.each(["nowhere", "clinc/nothing.ts", "../scripts/kit", "README.md", "../test"])(
    "is not to be had by another name: %s",
    (name) => {
      expect(() => filesIn(name)).toThrow(new UsageError(`${name} is no folder of src with code`));
    },
  );

  it("is named from the project's top", () => {
    expect(pathFromTop(import.meta.filename)).toBe("test/scripts/mutate/files.test.ts");
  });
});
