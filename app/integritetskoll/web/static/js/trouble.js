// Why there is no answer, and what one can do about it.

import { button } from "./dom.js";
import { signInLink } from "./page.js";
import { say } from "./words.js";

// Return a sentence and what stands after it: who is signed out signs in on a tab beside.
export function troubleOf(error, again) {
  const retry = button(say("retry"), again);
  if (error.status === 401) return [say("signed_out"), signInLink(location.pathname), " ", retry];
  return [error.status === undefined ? say("gone") : error.message, retry];
}
