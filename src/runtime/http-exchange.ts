import { AxiosError, type InternalAxiosRequestConfig } from "axios";
import { errorCode } from "./fault.ts";

/** What both adapters have in common: how they send what axios has prepared, what they let through, how they fail. */

/** The address, the time in milliseconds, and what the clients of both generations call by the same names. */
export function outgoing({
  url = "",
  timeout = 0,
  method = "post",
  headers,
  data,
}: InternalAxiosRequestConfig) {
  const all = headers.toJSON() as Record<string, string>;
  return { url, timeout, request: { method: method.toUpperCase(), headers: all, body: data } };
}

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
export function tooLong(
  read: number,
  { maxContentLength = Number.POSITIVE_INFINITY }: InternalAxiosRequestConfig,
): AxiosError | undefined {
  return read > maxContentLength ? new AxiosError("The answer is too long", "ERR_BAD_RESPONSE") : undefined;
}

/** The fault of an answer of which not all has come in time. */
export function late(): AxiosError {
  return new AxiosError("No answer in time", "ETIMEDOUT");
}

/** The fault of an answer that never came: an own one as it is, of any other error no more than its code. */
export function noAnswer(error: unknown): AxiosError {
  return error instanceof AxiosError ? error : new AxiosError("No answer", errorCode(error));
}
