// Runs before every command, and says in one sentence that this Node is too old, or that its packages are not there. A
// Node that is cannot read the other files, and not even the tools that run them, so this one keeps to the words of
// ECMAScript 2015.
const { engines, devDependencies } = require("../../package.json");

const [needed] = /[\d.]+/.exec(engines.node);
const { node } = process.versions;

const numbers = (version) => version.split(".").map(Number);
const firstOther = numbers(node).findIndex((number, place) => number !== numbers(needed)[place]);

const refuse = (sentence) => {
  console.error(sentence);
  process.exitCode = 1;
};

/** A project that was pulled may want other packages than those that were installed for the one before. */
const isInstalled = (name) => {
  try {
    return require(`../../node_modules/${name}/package.json`).version === devDependencies[name];
  } catch (_) {
    return false;
  }
};

if (numbers(node)[firstOther] < numbers(needed)[firstOther]) {
  refuse(
    `This needs Node ${needed} or newer, and runs on ${node}: install a newer one from https://nodejs.org`,
  );
} else {
  const missing = Object.keys(devDependencies).find((name) => !isInstalled(name));
  if (missing) refuse(`The package ${missing} is not installed as package.json wants it: run npm ci`);
}
