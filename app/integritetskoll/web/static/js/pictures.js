// The pictures of a draft: chosen, dropped or pasted; shown with what their files tell.

import { dated } from "./cards.js";
import { button, byId, chooser, download, make } from "./dom.js";
import { drawMap } from "./map.js";
import { oriented, orientationOf } from "./orientation.js";
import { forget, whyUnread } from "./readings.js";
import { clean, preview } from "./service.js";
import { called, say, tells } from "./words.js";

const MEGABYTE = 1_000_000;
const TOGETHER = 4; // as many of the largest size as one request may carry

export function createPictures({ input, list, tools, trouble, form, changed, stopped, failed, tell, pictures = [], signal }) {
  const largest = Number(input.dataset.most);
  const all = button(say("download_all"), () => fetchClean(pictures), { class: "act main" });
  tools.append(all);
  const choosing = chooser(input, say("choose_pictures"));
  input.addEventListener("change", () => {
    add([...input.files]);
    input.value = "";
  });
  takeDrops(add, signal);
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    // Word processors put a picture of a text beside the text: then the text is meant.
    if (!files.length || event.clipboardData.getData("text/plain")) return;
    event.preventDefault();
    add(files);
  }, { signal });
  for (const one of pictures) one.node = null;
  draw();

  async function add(files) {
    trouble.textContent = "";
    for (const file of files) {
      if (file.size > largest) {
        trouble.textContent = say("picture_large", { name: file.name, limit: largest / MEGABYTE });
        continue;
      }
      pictures.push(await pictureOf(named(file, pictures)));
    }
    if (pictures.reduce((sum, one) => sum + one.file.size, 0) > TOGETHER * largest) {
      trouble.textContent = say("pictures_large", { limit: (TOGETHER * largest) / MEGABYTE });
    }
    draw();
    tell(say("pictures_added", { count: pictures.length }));
    changed();
  }

  async function pictureOf(file) {
    return { file, address: URL.createObjectURL(file), turned: await orientationOf(file), node: null };
  }

  function remove(one) {
    URL.revokeObjectURL(one.address);
    forget(one.file);
    pictures = pictures.filter((other) => other !== one);
    draw();
    (pictures[0]?.node ?? choosing).focus();
    tell(say("pictures_added", { count: pictures.length }));
    changed();
  }

  function draw() {
    pictures.forEach((one, index) => {
      one.node ??= nodeOf(one);
      one.title.textContent = say("picture_of", { number: index + 1, name: one.file.name || say("unnamed") });
    });
    list.replaceChildren(...pictures.map((one) => one.node));
    tools.hidden = true;
  }

  function nodeOf(one) {
    one.title = make("h2", { dir: "auto" });
    one.frame = make("div", { class: "frame" });
    const image = make("img", { src: one.address, alt: "" });
    image.addEventListener("error", () => showDecoded(one, image), { once: true });
    one.frame.append(image);
    one.told = make("div", { class: "told" });
    one.fetch = button(say("download"), () => fetchClean([one]));
    one.fetch.hidden = true;
    return make("li", { class: "picture", tabindex: "-1" },
      one.title, one.frame, one.told,
      make("p", { class: "acts" }, one.fetch, " ", button(say("remove"), () => remove(one))));
  }

  // What the browser can't show (HEIC, TIFF), the service may decode.
  async function showDecoded(one, image) {
    try {
      const decoded = URL.createObjectURL(await preview(one.file));
      URL.revokeObjectURL(one.address);
      one.address = decoded;
      image.src = decoded;
    } catch (error) {
      one.frame.replaceChildren(make("p", { class: "note" }, error.message || say("no_preview")));
    }
  }

  // Show what a report says of the files; nothing of a blocked one.
  function show(report) {
    const open = Boolean(report) && report.verdict !== "blocked";
    for (const one of pictures) {
      const findings = open ? report.findings.filter((f) => f.source.kind === "image" && f.source.file === one.file.name) : [];
      one.told.replaceChildren(...(open ? tableOf(findings, whyUnread(one.file)) : unreadNote(whyUnread(one.file))));
      one.frame.querySelectorAll(".face").forEach((face) => face.remove());
      if (one.frame.querySelector("img")) one.frame.append(...facesOf(findings, one.turned));
      one.fetch.hidden = !open;
    }
    tools.hidden = !open || pictures.length < 2;
  }

  async function fetchClean(chosen) {
    const body = new FormData(form);
    body.delete("files");
    for (const one of chosen) body.append("files", one.file, one.file.name);
    trouble.textContent = "";
    try {
      const { blob, name } = await clean(body);
      download(blob, name);
      tell(say("downloaded"));
    } catch (error) {
      if (error.status === 409) stopped();
      if (error.status === 401) failed(error);
      else trouble.textContent = error.message || say("gone");
    }
  }

  function reveal(name) {
    const one = pictures.find((other) => other.file.name === name);
    one?.node.scrollIntoView({ block: "center" });
    one?.node.focus();
  }

  return { files: () => pictures.map((one) => one.file), all: () => pictures, show, reveal };
}

// Findings name their file: two of the same name get a number, as a folder would give it.
function named(file, others) {
  const taken = new Set(others.map((one) => one.file.name));
  let name = file.name;
  for (let number = 2; taken.has(name); number += 1) {
    const dot = file.name.lastIndexOf(".");
    const [stem, end] = dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot)] : [file.name, ""];
    name = `${stem} (${number})${end}`;
  }
  return name === file.name ? file : new File([file], name, { type: file.type });
}

function unreadNote(why) {
  return why ? [make("p", { class: "note" }, why)] : [];
}

function tableOf(findings, why) {
  if (why) return unreadNote(why);
  if (!findings.length) return [make("p", { class: "note" }, say("nothing_told"))];
  const rows = new Map();
  for (const one of findings) {
    const kind = tells(one);
    if (!rows.has(kind)) rows.set(kind, new Map());
    rows.get(kind).set(`${one.source.field} ${one.source.value}`, one);
  }
  const table = make("table", { class: "tells" },
    make("caption", {}, say("told")),
    make("tbody", {}, ["where", "when", "who", "device", "tagged", "hidden", "other"]
      .filter((kind) => rows.has(kind))
      .map((kind) => make("tr", {}, make("th", { scope: "row" }, say(kind, {}, "told")),
        make("td", {}, make("ul", {}, [...rows.get(kind).values()].map(told)))))));
  const position = findings.find((one) => one.code === "gps_position");
  return [table, position ? drawMap(position.source.value) : null].filter(Boolean);
}

function told(one) {
  const value = tells(one) === "hidden" ? one.message : dated(one.source.value) || one.message;
  const long = value.length > 200 ? `${value.slice(0, 197)}…` : value;
  return make("li", {}, make("span", { lang: "sv", dir: "auto" }, long), " ",
    make("span", { class: "note" }, called("entities", one.entity), one.source.field ? [" · ", make("code", {}, one.source.field)] : null));
}

function facesOf(findings, turned) {
  return findings.filter((one) => one.source.region).map((one) => {
    const [left, top, width, height] = oriented(one.source.region, turned).map((share) => `${100 * share}%`);
    const face = make("span", { class: "face", "aria-hidden": "true" }, make("span", { dir: "auto" }, one.source.value));
    Object.assign(face.style, { left, top, width, height });
    return face;
  });
}

function takeDrops(add, signal) {
  let depth = 0;
  const zone = byId("drop");
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const over = (on) => {
    depth = on ? depth : 0;
    document.documentElement.classList.toggle("dropping", on);
  };
  addEventListener("dragenter", (event) => carries(event) && (depth += 1) && over(true), { signal });
  addEventListener("dragleave", (event) => carries(event) && (depth -= 1) <= 0 && over(false), { signal });
  addEventListener("dragover", (event) => carries(event) && event.preventDefault(), { signal });
  addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    over(false);
    add([...event.dataTransfer.files]);
    zone.scrollIntoView({ block: "nearest" });
  }, { signal });
}
