/** Dates, times and amounts as people usually write them: numbers that tell an agent something and name nobody. */

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const YEAR = "(?:19|20)\\d\\d";
const TIME = "[0-2]?\\d:[0-5]\\d(?::[0-5]\\d)?";
const DAY_AND_MONTH = `(?:${DAY}[-/.]${MONTH}|${MONTH}[-/]${DAY})`;
const ISO = `${YEAR}[-/.]${MONTH}[-/.]${DAY}(?:T${TIME}(?:\\.\\d{1,6})?(?:-\\d\\d:?\\d\\d)?)?`;

/** `1250.40`, `1,250.40`, `12,34,567.00`, `1'250.40`, `125,000`, `1.250,40`, `1 250,40`, `125.000`, `1.250.000`. */
const AMOUNT = [
  "\\d{1,5}[.,]\\d\\d?",
  "[1-9]\\d{0,2}(?:[,'’]\\d{2,3})?[,'’]\\d{3}(?:\\.\\d\\d)?",
  "[1-9]\\d{0,2}(?:[. ]\\d{3}){1,2},\\d\\d",
  "[1-9](?:\\d{0,2}|\\.\\d{3})\\.\\d{3}",
].join("|");
const PLAIN_AMOUNT = "\\d{1,9}(?:[.,]\\d\\d?)?";

/** They stand alone: glued to other digits they are part of something longer. */
const ALONE = "(?<!\\p{N}|\\p{N}[-.,:/'’])";
const ENDS = "(?![-.,:/'’]?\\p{N})";

const WHOLE_DATE = `${ALONE}(?:${ISO}|${DAY_AND_MONTH}[-/.]${YEAR})${ENDS}`;

/** Dates with their year, for `split`: no card number looks like them. */
export const WHOLE_DATES = new RegExp(`(${WHOLE_DATE})`, "u");

/** The parts of a number, as signs between its digits make them; an amount with its currency is one part. */
export const PARTS = new RegExp(`\\p{Sc} ?(?:${AMOUNT})${ENDS}|\\p{N}+`, "gu");

/** All of them, for `split`: parts of a card number may look like some. */
export const READABLE = new RegExp(
  `(${[
    WHOLE_DATE,
    `\\p{Sc} ?${PLAIN_AMOUNT}${ENDS}`,
    `${ALONE}${PLAIN_AMOUNT} ?\\p{Sc}(?! ?\\p{N})`,
    `${ALONE}(?:${[
      AMOUNT,
      `${DAY_AND_MONTH}[/.]\\d\\d`,
      `${DAY}, ${YEAR}`,
      `${MONTH}/${YEAR}`,
      `${YEAR} ?[-–/.] ?(?:${YEAR}|${MONTH})`,
      `${TIME}(?: ?[-–] ?${TIME})?`,
    ].join("|")})${ENDS}`,
  ].join("|")})`,
  "u",
);
