// A text area over a mirror of its text: the marks are highlights of the mirror, and follow each
// change by themselves, because they are live ranges.

import { make } from "./dom.js";
import { converter, difference } from "./offsets.js";

const SEVERITIES = ["low", "medium", "high"];
const PAINTS = typeof Highlight === "function" && Boolean(globalThis.CSS?.highlights);

export function createEditor(area) {
  const body = document.createTextNode("");
  const mirror = make("div", { class: "mirror", "aria-hidden": "true", dir: "auto" });
  const painted = make("div", { class: "mirror painted", "aria-hidden": "true", dir: "auto" });
  mirror.append(body, "\n"); // a last line end would have no line of its own
  area.before(...(PAINTS ? [mirror] : [painted, mirror]));
  area.parentElement.classList.add("mirrored");
  let marks = [];
  follow();

  // Let the mirror say what the area says.
  function follow() {
    const change = difference(body.data, area.value);
    if (!change) return;
    body.replaceData(change.at, change.gone, change.came);
    if (!PAINTS) paint();
  }

  // Mark findings whose places count code points of `text`, which is what the area holds.
  function mark(findings, text) {
    const placed = findings.filter((one) => one.source.kind !== "image" && one.start !== null);
    const unit = converter(text, placed.flatMap((one) => [one.start, one.end]));
    marks = placed.map((finding) => {
      const range = document.createRange();
      range.setStart(body, unit(finding.start));
      range.setEnd(body, unit(finding.end));
      return { finding, range };
    });
    paint();
  }

  function paint() {
    if (!PAINTS) {
      paintElements(painted, body.data, marks);
      return;
    }
    SEVERITIES.forEach((severity, rank) => {
      const shown = new Highlight();
      for (const one of marks) if (one.finding.severity === severity) shown.add(one.range);
      shown.priority = rank;
      CSS.highlights.set(`finding-${severity}`, shown);
    });
    point(null);
  }

  // Show which finding is the current one.
  function point(one) {
    if (!PAINTS) return;
    const shown = new Highlight(...(one ? [one.range] : []));
    shown.priority = SEVERITIES.length;
    CSS.highlights.set("finding-current", shown);
  }

  function clear() {
    marks = [];
    painted.replaceChildren();
    if (!PAINTS) return;
    for (const severity of [...SEVERITIES, "current"]) CSS.highlights.delete(`finding-${severity}`);
  }

  function placeOf(one) {
    return [one.range.startOffset, one.range.endOffset];
  }

  function textOf(one) {
    return body.data.slice(...placeOf(one));
  }

  function reveal(one) {
    area.focus({ preventScroll: true });
    area.setSelectionRange(...placeOf(one));
    const frame = area.parentElement;
    const [at, seen] = [one.range.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (at.top < seen.top || at.bottom > seen.bottom) frame.scrollTop += at.top - seen.top - seen.height / 3;
    const now = one.range.getBoundingClientRect();
    const cover = document.querySelector(".bar:not([hidden])")?.getBoundingClientRect().bottom ?? 0;
    if (now.top < cover || now.bottom > innerHeight) scrollBy(0, now.top - Math.max(cover + 24, innerHeight / 3));
    point(one);
  }

  // Put other words there as if they were typed, so that the browser's own undo takes them back.
  function put(one, instead, whole) {
    const [start, end] = whole ? sentenceAround(body.data, ...placeOf(one)) : placeOf(one);
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    const done = instead
      ? document.execCommand("insertText", false, instead)
      : document.execCommand("delete");
    if (done) return;
    area.setRangeText(instead, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // The finding before or after the caret, or after the finding that is selected; around the ends.
  function beside(step) {
    const ordered = marks.filter((one) => !one.range.collapsed);
    ordered.sort((a, b) => a.range.startOffset - b.range.startOffset);
    const { selectionStart: caret, selectionEnd: end } = area;
    const after = caret === end ? caret - 1 : caret;
    if (step > 0) return ordered.find((one) => one.range.startOffset > after) ?? ordered[0];
    return ordered.findLast((one) => one.range.startOffset < caret) ?? ordered.at(-1);
  }

  function at(caret) {
    const over = marks.filter((one) => one.range.startOffset <= caret && caret <= one.range.endOffset);
    return over.at(-1);
  }

  return { area, follow, mark, clear, point, reveal, put, beside, at, textOf, marks: () => marks };
}

// What judges a person is said anew as a sentence: another word in its place would not be one.
function sentenceAround(text, start, end) {
  const before = /(?:^|[.!?…]["”’)]*\s+|\n)(?=[^\n]*$)/g;
  let from = 0;
  for (const found of text.slice(Math.max(0, start - 2_000), start).matchAll(before)) {
    from = Math.max(0, start - 2_000) + found.index + found[0].length;
  }
  const after = /[.!?…]["”’)]*(?=\s|$)|(?=\n)|$/.exec(text.slice(end));
  return [from, end + after.index + after[0].length];
}

// Browsers without the Custom Highlight API get elements, made anew from the ranges at each change.
function paintElements(painted, text, marks) {
  const pieces = [];
  let end = 0;
  for (const one of [...marks].sort((a, b) => a.range.startOffset - b.range.startOffset)) {
    const from = Math.max(end, one.range.startOffset);
    if (from >= one.range.endOffset) continue;
    pieces.push(text.slice(end, from), make("mark", { class: one.finding.severity }, text.slice(from, one.range.endOffset)));
    end = one.range.endOffset;
  }
  painted.replaceChildren(...pieces, text.slice(end), "\n");
}
