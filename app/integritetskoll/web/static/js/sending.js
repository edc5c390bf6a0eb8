// How a draft is checked: the verdict is always that of the whole, with all its pictures. Each of
// them is sent once; while they are on their way the text alone gets its marks.

import { heldOf, isWaiting } from "./readings.js";
import { check } from "./service.js";

// `draft()` and `files()` give what is sent; `told` hears how far it is, `marked` of the text's own
// findings, `blocked` that the text alone is stopped, and so the whole.
export function createSending({ draft, files, told, marked, blocked }) {
  async function ahead(pictures, signal) {
    const now = draft();
    if (!now.text.trim()) return;
    try {
      const report = await check(now, signal);
      if (signal.aborted || !isWaiting(pictures)) return;
      if (report.verdict === "blocked") blocked(report);
      else marked(report);
    } catch {
      // the check of the whole says what is wrong
    }
  }

  return async (signal) => {
    const pictures = files();
    if (isWaiting(pictures)) ahead(pictures, signal);
    const held = await heldOf(pictures, told);
    signal.throwIfAborted();
    return check(draft(), signal, held);
  };
}
