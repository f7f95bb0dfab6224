type Row = {
  title: string;
  /** `never` for what would be wrong. */
  should: "always" | "never";
  /** Wrong even where every instance remembers for itself alone: it would be better to remember nothing. */
  isHarm?: true;
  /** No memory that is shared can help: it would have to be asked and told within the same moment. */
  isBeyondHelp?: true;
  /** V1 says nothing of turns that are under way: there an instance takes many at a time. */
  isHelpedOnV2?: true;
};

/** What is measured, each as the share of the times when it happened among those when it could have. */
export const ROWS = {
  thirdTransfers: { title: "the third misunderstanding in a row transfers on time", should: "always" },
  noThree: { title: "no transfer where there never were three in a row", should: "always" },
  noTwoFailures: { title: "no transfer where there never were two failures in a row", should: "always" },
  repeatLater: { title: "a repeat after the answer asks Clinc once", should: "always" },
  repeatMeanwhile: {
    title: "a repeat 800 ms later asks Clinc once",
    should: "always",
    isHelpedOnV2: true,
  },
  repeatSoon: {
    title: "a repeat 100 ms later asks Clinc once",
    should: "always",
    isHelpedOnV2: true,
  },
  repeatAtOnce: {
    title: "a repeat at the very same moment asks Clinc once",
    should: "always",
    isBeyondHelp: true,
  },
  numberTaken: { title: "a typed number reaches Clinc as the words it stands for", should: "always" },
  numberOutdated: {
    title: "a typed number reaches Clinc as words of an older list",
    should: "never",
    isHarm: true,
  },
  lastIntents: { title: "the summary holds the last five intents", should: "always" },
  newestDetail: { title: "the summary's detail is the newest one", should: "always" },
  outdatedDetail: { title: "the summary's detail is an outdated one", should: "never", isHarm: true },
  noBounce: { title: "a conversation that comes back is not transferred again", should: "always" },
  pairInOrder: {
    title: "two messages, 100 ms apart, are answered in order",
    should: "always",
    isHelpedOnV2: true,
  },
  pairAtOnce: {
    title: "two messages at the very same moment are answered in order",
    should: "always",
    isBeyondHelp: true,
  },
} satisfies Record<string, Row>;

/** The name of one. */
export type RowName = keyof typeof ROWS;
