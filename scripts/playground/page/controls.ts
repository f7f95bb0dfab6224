import type { Act } from "../act.ts";
import type { ConversationView, Options, Setup } from "../view.ts";
import { byId, make } from "./dom.ts";

/** What the switches and the menu do. */
export type Commands = {
  change(changes: Partial<Setup>): void;
  act(act: Act): void;
  restart(): void;
  load(file: File): void;
};

/** `always` can happen when the bot has left, too. */
const RARE: Array<{ act: Act; title: string; always?: true }> = [
  { act: { kind: "welcome" }, title: "Welcome event: a chat opens, or an agent hands back", always: true },
  { act: { kind: "file" }, title: "The consumer sends a file" },
  { act: { kind: "caption" }, title: "The consumer asks in the caption of a file" },
  { act: { kind: "post" }, title: "The consumer asks in a public post" },
  { act: { kind: "location" }, title: "The consumer shares a location" },
  { act: { kind: "blank" }, title: "The consumer sends a blank message" },
  { act: { kind: "again" }, title: "The platform delivers the last event again", always: true },
];

/** As many as a conversation to replay may have. */
const MOST_INSTANCES = 8;

/** Makes the switches work. */
export function prepareControls(options: Options, commands: Commands): void {
  const { channels, languages, faults, isLive } = options;
  const well = { value: "", title: isLive ? "the real one" : "works" };
  const counts = Array.from({ length: MOST_INSTANCES }, (_, index) => String(index + 1));
  prepareSelect("channel", channels, (channel) => commands.change({ channel }));
  prepareSelect("language", languages, (language) => commands.change({ language }));
  prepareSelect("fault", [well, ...faults], (fault) => commands.change({ fault }));
  byId<HTMLSelectElement>("fault").disabled = isLive;
  prepareSelect(
    "instances",
    counts.map((count) => ({ value: count, title: count })),
    (count) => commands.change({ instances: Number(count) }),
  );
  onChoice("generation", (value) => commands.change({ generation: value as Setup["generation"] }));
  onChoice("record", (value) => commands.change({ record: value === "on" }));
  byId<HTMLFieldSetElement>("record").disabled = isLive;
  onChoice("surface", (value) => commands.change({ isChat: value === "chat" }));
  byId("restart").addEventListener("click", () => commands.restart());
  prepareLoading(commands);
  prepareMenu(commands);
}

/** Sets the switches to what is. */
export function showControls({ setup, turns }: ConversationView): void {
  const { generation, isChat, channel, language, instances, record, fault } = setup;
  choose("generation", generation);
  const count = byId<HTMLSelectElement>("instances");
  count.value = String(instances);
  count.disabled = generation === "v1";
  choose("record", record ? "on" : "off");
  choose("surface", isChat ? "chat" : "messaging");
  select("channel", channel);
  select("language", language);
  select("fault", fault);
  byId<HTMLSelectElement>("channel").disabled = isChat;
  byId<HTMLButtonElement>("save").disabled = turns.length === 0;
  byId<HTMLButtonElement>("open-transcript").disabled = turns.length === 0;
  byId("fold-sum").textContent = sumOf();
  const isOver = turns.at(-1)?.ending !== undefined;
  for (const button of byId("more-list").querySelectorAll("button"))
    button.disabled = isOver && button.dataset.always === undefined;
}

/** The switches in a line, for a screen that has no room for them. */
function sumOf(): string {
  const chosen = [...byId("switches").querySelectorAll("input:checked + span")].map((one) => one.textContent);
  const [generation, surface] = chosen;
  const title = (id: string) => byId<HTMLSelectElement>(id).selectedOptions[0]?.textContent ?? "";
  const { value, disabled } = byId<HTMLSelectElement>("channel");
  const channel = disabled || value === "auto" ? [] : [title("channel")];
  return [generation, surface, ...channel, `Clinc ${title("fault")}`].join(" · ");
}

function prepareSelect(id: string, options: Options["channels"], chosen: (value: string) => void): void {
  const list = byId<HTMLSelectElement>(id);
  list.append(...options.map(({ value, title }) => make("option", { value }, title)));
  list.addEventListener("change", () => chosen(list.value));
}

/** A file may have set what is not among the options. */
function select(id: string, value: string): void {
  const list = byId<HTMLSelectElement>(id);
  if (![...list.options].some((option) => option.value === value))
    list.append(make("option", { value }, value));
  list.value = value;
}

function onChoice(name: string, chosen: (value: string) => void): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
    input.addEventListener("change", () => chosen(input.value));
}

function choose(name: string, value: string): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
    input.checked = input.value === value;
}

function prepareLoading({ load }: Commands): void {
  const file = byId<HTMLInputElement>("file");
  byId("load").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) load(chosen);
    file.value = "";
  });
  byId("save").addEventListener("click", () => {
    make("a", { href: "/api/conversation.json", download: "conversation.json" }).click();
  });
}

function prepareMenu({ act }: Commands): void {
  const menu = byId<HTMLDetailsElement>("more");
  const close = () => menu.removeAttribute("open");
  const items = RARE.map(({ act: rare, title, always = false }) => {
    const click = () => {
      close();
      act(rare);
    };
    return make("li", {}, make("button", { type: "button", "data-always": always, click }, title));
  });
  byId("more-list").append(...items);
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!menu.contains(target as Node)) close();
  });
}
