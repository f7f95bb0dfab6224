import { type Import, importsIn, type Sources } from "./imports.ts";

/** What both products stand on. */
const SHARED = ["src/answer", "src/record", "src/clinc", "src/liveperson", "src/runtime"];
/** What a tool of the workbench stands on. No tool stands on another. */
const WORKBENCH = [
  "scripts/stand-ins",
  "scripts/account",
  "scripts/conversations",
  "scripts/build",
  "scripts/kit",
  "src",
];

/** Each room, and the rooms that it may import from beside itself. The most exact room of a file counts. */
const ROOMS: Record<string, readonly string[]> = {
  "src/runtime": [],
  "src/clinc": ["src/runtime"],
  "src/liveperson": ["src/runtime"],
  "src/record": ["src/runtime"],
  "src/answer": ["src/clinc", "src/runtime"],
  "src/bot": SHARED,
  "src/agent": SHARED,
  "src/agent/command": ["src/agent", ...SHARED],
  "src/agent/api": ["src/runtime"],
  "src/agent/desk": ["src/agent", "src/agent/api", ...SHARED],
  "src/agent/widget": [],
  "scripts/kit": [],
  "scripts/account": ["scripts/build", "scripts/kit", "src"],
  "scripts/build": ["scripts/kit", "src"],
  "scripts/conversations": ["scripts/kit", "src"],
  "scripts/stand-ins": ["scripts/conversations", "scripts/build", "scripts/kit", "src"],
};

/** Where nothing but types may come from: they are gone when the page is built. */
const TYPES: Record<string, readonly string[]> = { "src/agent/widget": ["src/agent/api"] };

/** The file that the platform calls. */
const LAMBDA = /\/lambda\.ts$/;

/** The lines that break a rule of the house, each with what it imports and the rule. */
export function brokenRules(sources: Sources): string[] {
  const all = [...sources].flatMap(([file, text]) => importsIn(file, text));
  const own = all.filter(({ isOwn }) => isOwn);
  return [...own.flatMap(brokenDirection), ...circles(own)];
}

function brokenDirection(one: Import): string[] {
  const [from, to] = [roomOf(one.file), roomOf(one.target)];
  if (LAMBDA.test(one.target) && from !== "scripts/build")
    return [told(one, "nothing but the build imports a lambda")];
  if (from === to) return [];
  const allowed = ROOMS[from] ?? WORKBENCH;
  const types = TYPES[from] ?? [];
  if (allowed.some((room) => isIn(one.target, room, to))) return [];
  if (one.isTypeOnly && types.includes(to)) return [];
  const rule = [...allowed, ...types.map((room) => `${room} (types)`)].join(", ") || "nothing";
  return [told(one, `${from} imports from ${rule}`)];
}

/** `src` stands for all of its rooms; any other room is meant without those inside it. */
function isIn(path: string, room: string, to: string): boolean {
  return room === "src" ? path.startsWith("src/") : room === to;
}

function told({ file, line, target }: Import, rule: string): string {
  return `${file}:${line} imports ${target}, but ${rule}`;
}

/** A folder of `scripts` that has no line of its own is a tool. esbuild's configuration belongs to the build. */
function roomOf(path: string): string {
  if (path === "esbuild.config.ts") return "scripts/build";
  const known = Object.keys(ROOMS).filter((room) => path.startsWith(`${room}/`) || path === `${room}.ts`);
  const [folder = "", name = ""] = path.split("/");
  return known.sort((a, b) => b.length - a.length)[0] ?? `${folder}/${name}`;
}

/** Each line that closes a circle of files; types count, since whoever reads one has to read the others. */
function circles(imports: readonly Import[]): string[] {
  const found: string[] = [];
  const left = new Set<string>();
  const walk = (file: string, way: readonly string[]) => {
    for (const one of imports.filter((each) => each.file === file)) {
      const start = [...way, file].indexOf(one.target);
      if (start >= 0)
        found.push(told(one, `that closes a circle: ${[...way, file].slice(start).join(" → ")}`));
      else if (!left.has(one.target)) walk(one.target, [...way, file]);
    }
    left.add(file);
  };
  for (const { file } of imports) if (!left.has(file)) walk(file, []);
  return found;
}
