import { AxiosError, type InternalAxiosRequestConfig } from "axios";

/** What both adapters let through of an answer: how much of it, and which of its headers. */

/** Those that are read: one tells when to ask again, the other tells the doctor where a host sends us. */
const READ_HEADERS = ["retry-after", "location"];

/**
 * The few headers that are read. axios keeps headers in one object with methods, so that one of Clinc's called
 * `normalize` would stand in for the method.
 *
 * @param find the value of a name in small letters
 */
export function answerHeaders(find: (name: string) => unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of READ_HEADERS) {
    const value = find(name);
    if (typeof value === "string") headers[name] = value;
  }
  return headers;
}

/** The fault of an answer of which so many bytes have come, or `undefined` as long as it may go on. */
export function tooLong(read: number, config: InternalAxiosRequestConfig): AxiosError | undefined {
  const { maxContentLength = Number.POSITIVE_INFINITY } = config;
  return read > maxContentLength
    ? new AxiosError("The answer is too long", "ERR_BAD_RESPONSE", config)
    : undefined;
}
