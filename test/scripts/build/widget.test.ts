import { describe, expect, it } from "vitest";
import { WIDGET_LIMIT_BYTES, widgetBytes, widgetFiles } from "../../../scripts/build/widget.ts";

const files = await widgetFiles();
const pages = ["index.html", "signed-in.html"].map((name) => files.get(`desk/public/${name}`) ?? "");

describe("the agent's panel as it is built", () => {
  it("is two pages, their scripts, and one stylesheet", () => {
    const names = ["index.html", "signed-in.html", "widget.js", "signed-in.js", "widget.css"];
    expect([...files.keys()]).toEqual(names.map((name) => `desk/public/${name}`));
  });

  it("weighs less than what an agent's browser should load with each conversation", () => {
    expect(widgetBytes(files)).toBeGreaterThan(5_000);
    expect(widgetBytes(files)).toBeLessThan(WIDGET_LIMIT_BYTES);
  });

  it("needs no exception of a content security policy: nothing inline, and nothing from elsewhere", () => {
    for (const page of pages) {
      expect(page).toMatch(/<script type="module" src="\/[\w-]+\.js"><\/script>/);
      expect(page).not.toMatch(
        /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|(src|href)="(?!\/[\w-]+\.(js|css)")/,
      );
    }
    for (const script of ["widget.js", "signed-in.js"].map((name) => files.get(`desk/public/${name}`) ?? ""))
      expect(script).not.toMatch(
        /\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage|document\.cookie/,
      );
  });

  it("names the address of LivePerson's SDK once, where the desk may put another", () => {
    const [index = ""] = pages;
    expect(index.split("https://lpcdn.lpsnmedia.net/webagent/client-SDK.min.js")).toHaveLength(2);
  });

  it("is the same from the same source", async () => {
    expect([...(await widgetFiles())]).toEqual([...files]);
  });
});
